/** Tags and field types of TIFF and Exif (Exif 2.32, 4.6). */
const EXIF_IFD = 0x8769;
const USER_COMMENT = 0x9286;
const LONG = 4;
const UNDEFINED = 7;

/** Bytes of a list with one entry: how many there are, the entry, where the next list begins. */
const LIST = 2 + 12 + 4;
const HEADER = 8;

/** Says that a comment is in UTF-16. */
const UNICODE = Buffer.from('UNICODE\0', 'latin1');

function list(tag: number, type: number, count: number, value: number): Buffer {
  const bytes = Buffer.alloc(LIST);
  bytes.writeUInt16BE(1, 0);
  bytes.writeUInt16BE(tag, 2);
  bytes.writeUInt16BE(type, 4);
  bytes.writeUInt32BE(count, 6);
  bytes.writeUInt32BE(value, 10);
  return bytes;
}

/**
 * Exif data with one text, the user's comment: where programs for AI pictures look for `parameters` in
 * files that are no PNG. All of it is big-endian, the UTF-16 as well: some readers expect the text in
 * the file's byte order and others this one whatever the file's.
 */
export function userComment(text: string): Buffer {
  const utf16 = Buffer.from(text.toWellFormed(), 'utf16le').swap16();
  const comment = Buffer.concat([UNICODE, utf16]);
  const header = Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1');
  return Buffer.concat([
    header,
    list(EXIF_IFD, LONG, 1, HEADER + LIST),
    list(USER_COMMENT, UNDEFINED, comment.length, HEADER + 2 * LIST),
    comment,
  ]);
}
