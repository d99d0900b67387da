import sharp from 'sharp';
import { PNG_SIGNATURE, pngChunk } from './image-files.ts';
import { readPng } from './png-texts.ts';

/** A picture that can hardly be packed, still to be written in some format. */
export const noise = (width = 256, height = width, sigma = 40) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma },
    },
  });

/** The PNG file of such a picture. */
export const noisePng = (width?: number, height?: number, sigma?: number) =>
  noise(width, height, sigma).png({ compressionLevel: 1 }).toBuffer();

/** A picture of two frames. */
export async function animation(side = 64): Promise<Buffer> {
  const frames = await Promise.all([noisePng(side), noisePng(side)]);
  return sharp(frames, { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer();
}

/** A PNG file whose pixel data is something else, under the right CRCs. */
export function withPixelData(png: Buffer, change: (data: Buffer) => Buffer): Buffer {
  const { chunks } = readPng(png);
  const data = Buffer.concat(chunks.flatMap((each) => (each.type === 'IDAT' ? [each.data] : [])));
  const others = chunks.filter(({ type }) => type !== 'IDAT').map(({ whole }) => whole);
  const end = others.pop() ?? Buffer.alloc(0);
  return Buffer.concat([PNG_SIGNATURE, ...others, pngChunk('IDAT', change(data)), end]);
}

/** How much two pictures of one size differ, over all their samples: 0 is nothing, 255 all. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((file) =>
      sharp(file).autoOrient().toColourspace('srgb').ensureAlpha().raw().toBuffer(),
    ),
  );
  if (a === undefined || b === undefined || a.length !== b.length) return 255;
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

/** What Exif data says as the user's comment, read as TIFF asks for it. */
export function commentIn(exif: Buffer): string | undefined {
  const start = exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  const tiff = exif.subarray(start);
  const isBig = tiff.toString('latin1', 0, 2) === 'MM';
  const short = (at: number) => (isBig ? tiff.readUInt16BE(at) : tiff.readUInt16LE(at));
  const long = (at: number) => (isBig ? tiff.readUInt32BE(at) : tiff.readUInt32LE(at));
  if (short(2) !== 42) throw new Error('The Exif data is no TIFF.');

  const entryOf = (list: number, tag: number): number | undefined =>
    Array.from({ length: short(list) }, (_, index) => list + 2 + 12 * index).find(
      (at) => short(at) === tag,
    );
  const pointer = entryOf(long(4), 0x8769);
  const entry = pointer === undefined ? undefined : entryOf(long(pointer + 8), 0x9286);
  if (entry === undefined) return undefined;
  const value = tiff.subarray(long(entry + 8), long(entry + 8) + long(entry + 4));
  if (value.toString('latin1', 0, 8) !== 'UNICODE\0') throw new Error('The comment is no UTF-16.');
  return Buffer.from(value.subarray(8)).swap16().toString('utf16le');
}
