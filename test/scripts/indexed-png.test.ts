import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPng } from '../../playground/png.ts';
import { dither } from '../../scripts/dither.ts';
import { indexedPng } from '../../scripts/indexed-png.ts';
import { limitedPalette } from '../../scripts/palette.ts';

const RED = [220, 30, 30, 255];
const BLUE = [20, 40, 200, 255];
const NEAR_BLUE = [21, 41, 201, 255];

test('colours that are few stay as they are', () => {
  const pixels = Uint8Array.from([...RED, ...BLUE, ...RED]);
  const palette = limitedPalette(pixels, 256);
  const drawn = [...dither(pixels, 3, palette)].map((index) => palette[index]);
  expect(drawn).toEqual([RED.slice(0, 3), BLUE.slice(0, 3), RED.slice(0, 3)]);
});

test('too many colours become as many as may be, the nearest ones together', () => {
  const pixels = Uint8Array.from({ length: 4 * 4_096 }, (_, at) => (at * 2_654_435_761) >>> 24);
  expect(limitedPalette(pixels, 16)).toHaveLength(16);
  const near = limitedPalette(Uint8Array.from([...BLUE, ...RED, ...NEAR_BLUE]), 2);
  expect(near).toEqual(expect.arrayContaining([RED.slice(0, 3)]));
});

test('a shade between two colours is made of both', () => {
  const grey = Uint8Array.from({ length: 4 * 400 }, () => 64);
  const indices = dither(grey, 20, [
    [0, 0, 0],
    [255, 255, 255],
  ]);
  const white = indices.reduce((sum, index) => sum + index, 0);
  expect(white).toBeGreaterThan(80);
  expect(white).toBeLessThan(120);
});

test('a picture is a PNG with its size, its colours and a filter byte a row', () => {
  const file = indexedPng(Uint8Array.from([...RED, ...BLUE, ...BLUE, ...RED]), 2, 2);
  expect(readPng(file)).toEqual({ width: 2, height: 2 });
  const at = file.indexOf('PLTE');
  const colours = [...file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4))];
  const data = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  const drawn = [...rows].map((index, place) =>
    place % 3 === 0 ? 'row' : colours.slice(index * 3, index * 3 + 3),
  );
  const [red, blue] = [RED.slice(0, 3), BLUE.slice(0, 3)];
  expect(drawn).toEqual(['row', red, blue, 'row', blue, red]);
});
