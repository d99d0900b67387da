import type { FileCheck } from './picture.ts';

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Whether bytes begin as a JPEG file does. */
export function isJpeg(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Start-of-frame markers hold the size; C4, C8 and CC in their range mean other things (ITU T.81). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/**
 * Walks a JPEG file's segments to its first scan, reads the size on the way and looks for the end
 * marker behind it: a file that was cut has none, since scan data cannot contain it.
 */
export function checkJpeg(bytes: Buffer): FileCheck {
  let size: { width: number; height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return { ok: false, fault: 'corrupt' };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const next = at + 2 + length;
    if (length < 2) return { ok: false, fault: 'corrupt' };
    if (next > bytes.length) return { ok: false, fault: 'truncated' };
    if (isFrame(marker)) {
      if (length < 8) return { ok: false, fault: 'corrupt' };
      size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    if (marker === 0xda) {
      if (size === undefined) return { ok: false, fault: 'corrupt' };
      const end = bytes.lastIndexOf(END_OF_IMAGE);
      if (end < next) return { ok: false, fault: 'truncated' };
      return { ok: true, ...size, end: end + END_OF_IMAGE.length };
    }
    at = next;
  }
  return { ok: false, fault: 'truncated' };
}
