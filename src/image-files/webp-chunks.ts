/** One chunk of a WebP file, such as `EXIF`. */
export interface WebpChunk {
  /** Four letters. */
  readonly tag: string;
  readonly data: Buffer;
}

/** Bytes before a WebP file's first chunk, and before a chunk's data. */
const FILE_HEADER = 12;
const CHUNK_HEADER = 8;

/** Bytes of the data of `VP8X`: flags, three reserved, and the sides less one in three each. */
const EXTENDED = 10;

/** What the flags of `VP8X` say is in the file, by chunk (WebP container specification). */
const FLAGS: Readonly<Record<string, number>> = { EXIF: 0x08, 'XMP ': 0x04 };

/** A WebP file's chunks in their order; stops where one does not lie inside the file. */
function* webpChunks(file: Buffer): Generator<WebpChunk> {
  let at = FILE_HEADER;
  while (at + CHUNK_HEADER <= file.length) {
    const end = at + CHUNK_HEADER + file.readUInt32LE(at + 4);
    if (end > file.length) return;
    yield {
      tag: file.toString('latin1', at, at + 4),
      data: file.subarray(at + CHUNK_HEADER, end),
    };
    at = end + (end % 2);
  }
}

function encode({ tag, data }: WebpChunk): Buffer {
  const head = Buffer.alloc(CHUNK_HEADER);
  head.write(tag, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The data of `VP8X` as a file has it, or as one of lossy pixels alone needs it, which has no alpha. */
function extendedHeader({ tag, data }: WebpChunk): Buffer | undefined {
  if (tag === 'VP8X' && data.length === EXTENDED) return Buffer.from(data);
  if (tag !== 'VP8 ' || data.length < EXTENDED) return undefined;
  const header = Buffer.alloc(EXTENDED);
  header.writeUIntLE((data.readUInt16LE(6) & 0x3fff) - 1, 4, 3);
  header.writeUIntLE((data.readUInt16LE(8) & 0x3fff) - 1, 7, 3);
  return header;
}

/**
 * Adds Exif data or XMP behind the pixels of a lossy WebP file; every chunk that was there stays as it
 * is. What the file has already is not added again. A file of another layout comes back as it came.
 */
export function addChunks(webp: Buffer, added: readonly WebpChunk[]): Buffer {
  const chunks = [...webpChunks(webp)];
  const taken = new Set(chunks.map(({ tag }) => tag));
  const missing = added.filter(({ tag }) => !taken.has(tag));
  const header = chunks[0] && extendedHeader(chunks[0]);
  if (missing.length === 0 || header === undefined) return webp;
  header[0] = missing.reduce((flags, { tag }) => flags | (FLAGS[tag] ?? 0), header[0] ?? 0);
  const rest = chunks.filter(({ tag }) => tag !== 'VP8X');
  const body = [{ tag: 'VP8X', data: header }, ...rest, ...missing].map(encode);
  const file = Buffer.concat([webp.subarray(0, FILE_HEADER), ...body]);
  file.writeUInt32LE(file.length - CHUNK_HEADER, 4);
  return file;
}

/** The most bytes that adding chunks makes a file larger by. */
export const growth = (added: readonly WebpChunk[]): number =>
  [{ data: Buffer.alloc(EXTENDED) }, ...added].reduce(
    (sum, { data }) => sum + CHUNK_HEADER + data.length + (data.length % 2),
    0,
  );
