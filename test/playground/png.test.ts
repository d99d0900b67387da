import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPng } from '../../playground/png.ts';
import { PNG_SIGNATURE, pngChunk, pngHeader, tinyPng } from '../support/image-files.ts';

const whole = tinyPng(64, 32);

function altered(at: number, value: number): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = value;
  return copy;
}

/** 64 × 32 grey pixels are 65 × 32 bytes. */
const withPixels = (count: number): Buffer =>
  Buffer.concat([
    PNG_SIGNATURE,
    pngHeader(64, 32),
    pngChunk('IDAT', deflateSync(Buffer.alloc(count))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

describe('a saved PNG', () => {
  it('says its size', () => {
    expect(readPng(whole)).toEqual({ width: 64, height: 32 });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'the file is no PNG'],
    ['a text', Buffer.from('not a picture at all'), 'the file is no PNG'],
    ['the signature alone', PNG_SIGNATURE, 'the file is cut off'],
    ['half a file', whole.subarray(0, whole.length / 2), 'the file is cut off'],
    ['a file without its last chunk', whole.subarray(0, whole.length - 12), 'the file is cut off'],
    ['a changed width', altered(19, 63), 'a chunk is damaged'],
    [
      'a file that begins with its pixels',
      Buffer.concat([PNG_SIGNATURE, pngChunk('IEND', Buffer.alloc(0))]),
      'the file is no PNG',
    ],
    ['too few pixels', withPixels(65 * 31), 'pixels are missing'],
    ['too many pixels', withPixels(65 * 33), 'pixels are too many'],
  ])('is refused when it is %s', (_what, bytes, reason) => {
    expect(() => readPng(bytes)).toThrow(reason);
  });
});
