import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** One PNG chunk with its length and CRC. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(typed.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  typed.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(typed), typed.length + 4);
  return chunk;
}

/** The chunk that declares a PNG's size: 8-bit grey, not interlaced. */
export function pngHeader(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return pngChunk('IHDR', data);
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A valid PNG of one grey, 0 to 255. */
export function tinyPng(width = 1024, height = 1024, grey = 0): Buffer {
  const row = Buffer.alloc(width + 1, grey);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const body = [pngHeader(width, height), pngChunk('IDAT', pixels)];
  return Buffer.concat([PNG_SIGNATURE, ...body, pngChunk('IEND', Buffer.alloc(0))]);
}

/** A PNG's structure with made-up pixel data of so many bytes, which nothing can pack. */
export function noisyPng(width: number, height: number, bytes: number): Buffer {
  const body = [pngHeader(width, height), pngChunk('IDAT', randomBytes(bytes))];
  return Buffer.concat([PNG_SIGNATURE, ...body, pngChunk('IEND', Buffer.alloc(0))]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A JPEG's structure with made-up scan data: what a header reader sees. */
export function jpegShell(width: number, height: number): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xc4, Buffer.from([0, 0xff, 0xd9])),
    segment(0xc2, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9]),
  ]);
}

function riff(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = chunks.map(([tag, data]) => {
    const head = Buffer.alloc(8);
    head.write(tag, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A WebP's structure in one of its three layouts, with made-up pixel data. */
export function webpShell(layout: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const lossy = Buffer.alloc(21);
  lossy.set([0, 0, 0, 0x9d, 0x01, 0x2a]);
  lossy.writeUInt16LE(width, 6);
  lossy.writeUInt16LE(height, 8);
  if (layout === 'VP8 ') return riff([['VP8 ', lossy]]);
  const lossless = Buffer.alloc(14);
  lossless[0] = 0x2f;
  lossless.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  if (layout === 'VP8L') return riff([['VP8L', lossless]]);
  const extended = Buffer.alloc(10);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  return riff([
    ['VP8X', extended],
    ['VP8 ', lossy],
  ]);
}
