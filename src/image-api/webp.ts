import type { FileCheck } from './picture.ts';

/** Bytes before the first chunk: RIFF, length, WEBP. */
const HEADER = 12;

/** Bytes of the longest size field, counted from its chunk's start. */
const SIZE_FIELD = 18;

const tag = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

/** Whether bytes begin as a WebP file does. */
export function isWebp(bytes: Buffer): boolean {
  return bytes.length >= HEADER && tag(bytes, 0) === 'RIFF' && tag(bytes, 8) === 'WEBP';
}

/** The size as the first chunk states it, in one of the format's three layouts. */
function declaredSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < HEADER + SIZE_FIELD) return undefined;
  switch (tag(bytes, HEADER)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return undefined;
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return undefined;
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

/** Walks a WebP file's RIFF chunks: the file as long as it says, and pixels in at least one chunk. */
export function checkWebp(bytes: Buffer): FileCheck {
  const end = bytes.readUInt32LE(4) + 8;
  if (end > bytes.length) return { ok: false, fault: 'truncated' };
  const size = declaredSize(bytes.subarray(0, end));
  if (size === undefined) return { ok: false, fault: 'corrupt' };
  let hasPixels = false;
  let at = HEADER;
  while (at + 8 <= end) {
    if (['VP8 ', 'VP8L', 'ANMF'].includes(tag(bytes, at))) hasPixels = true;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  if (at > end + 1) return { ok: false, fault: 'truncated' };
  return hasPixels ? { ok: true, ...size, end } : { ok: false, fault: 'corrupt' };
}
