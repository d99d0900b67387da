import { createHash } from 'node:crypto';
import { crc32, inflateSync } from 'node:zlib';

/** A decoded PNG of the kind the sample engine writes: 8-bit RGB, filters "none" and "up". */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly chunks: readonly { type: string; data: Buffer; sound: boolean }[];
}

export function decodePng(file: Uint8Array): Decoded {
  const bytes = Buffer.from(file);
  const chunks: { type: string; data: Buffer; sound: boolean }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const data = bytes.subarray(at + 8, at + 8 + size);
    const sound =
      crc32(bytes.subarray(at + 4, at + 8 + size)) === bytes.readUInt32BE(at + 8 + size);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data, sound });
    at += size + 12;
  }
  const header = chunks[0]?.data ?? Buffer.alloc(13);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * 3;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    if (filter !== 2 && filter !== 0) throw new Error(`Unexpected filter ${filter}.`);
    for (let i = 0; i < stride; i++) {
      const above = filter === 2 && y > 0 ? (pixels[(y - 1) * stride + i] ?? 0) : 0;
      pixels[y * stride + i] = (raw[y * (stride + 1) + 1 + i] ?? 0) + above;
    }
  }
  return { width, height, pixels, chunks };
}

export const pixelHash = (file: Uint8Array): string =>
  createHash('sha256').update(decodePng(file).pixels).digest('hex');

/** Mean difference of two pictures' colour values, 0 to 255. */
export function distance(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}
