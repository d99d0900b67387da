import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';

/** Samples a pixel, by colour type (PNG specification, table 11.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads the chunks to IEND. Throws an Error when one is cut off or damaged. */
function chunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; found.at(-1)?.type !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw new Error('the file is cut off');
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) throw new Error('the file is cut off');
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      throw new Error('a chunk is damaged');
    found.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, end),
    });
    at = end + 4;
  }
  return found;
}

/** The bytes its unpacked pixels take up: each row has a filter byte in front. */
function pixelBytes(header: Buffer, width: number, height: number): number {
  const [depth = 0, colour = 0] = header.subarray(8);
  return height * (Math.ceil((width * (SAMPLES[colour] ?? 0) * depth) / 8) + 1);
}

/**
 * Reads a PNG through to its last pixel and returns its size in pixels. Interlaced files are not read.
 * Throws an Error, with the rest of a sentence, when the file is no PNG or not whole.
 */
export function readPng(bytes: Buffer): { width: number; height: number } {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new Error('the file is no PNG');
  const all = chunks(bytes);
  const header = all[0];
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw new Error('the file is no PNG');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const packed = all.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const pixels = inflateSync(Buffer.concat(packed));
  const surplus = pixels.length - pixelBytes(header.data, width, height);
  if (surplus < 0) throw new Error('pixels are missing');
  if (surplus > 0) throw new Error('pixels are too many');
  return { width, height };
}
