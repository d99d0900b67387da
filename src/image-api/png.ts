import { crc32 } from 'node:zlib';
import type { FileCheck } from './picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Bytes of a chunk around its data: length, type, CRC. */
const FRAME = 12;

/** Whether bytes begin as a PNG file does. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/**
 * Walks a PNG file's chunks: each inside the file with the right CRC, IHDR first, some IDAT, IEND last
 * (PNG specification, third edition). Pixels are not decoded. Bytes after IEND are left out of `end`.
 */
export function checkPng(bytes: Buffer): FileCheck {
  let size: { width: number; height: number } | undefined;
  let pixelBytes = 0;
  let at = SIGNATURE.length;
  while (at + FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + FRAME + length;
    if (end > bytes.length) return { ok: false, fault: 'truncated' };
    const typeAndData = bytes.subarray(at + 4, end - 4);
    if (crc32(typeAndData) !== bytes.readUInt32BE(end - 4)) return { ok: false, fault: 'corrupt' };
    const type = typeAndData.toString('latin1', 0, 4);
    if ((type === 'IHDR') !== (size === undefined)) return { ok: false, fault: 'corrupt' };
    if (type === 'IHDR') {
      if (length !== 13) return { ok: false, fault: 'corrupt' };
      size = { width: typeAndData.readUInt32BE(4), height: typeAndData.readUInt32BE(8) };
    }
    if (type === 'IDAT') pixelBytes += length;
    if (type === 'IEND') {
      if (size === undefined || pixelBytes === 0) return { ok: false, fault: 'corrupt' };
      return { ok: true, ...size, end };
    }
    at = end;
  }
  return { ok: false, fault: 'truncated' };
}
