import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPng } from '../../playground/png.ts';
import { indexedPng } from '../../scripts/indexed-png.ts';
import { limitColours } from '../../scripts/palette.ts';

const RED = [220, 30, 30, 255];
const BLUE = [20, 40, 200, 255];
const NEAR_BLUE = [21, 41, 201, 255];

test('colours that are few stay as they are', () => {
  const { palette, indices } = limitColours(Uint8Array.from([...RED, ...BLUE, ...RED]), 256);
  const drawn = [...indices].map((index) => palette[index]);
  expect(drawn).toEqual([RED.slice(0, 3), BLUE.slice(0, 3), RED.slice(0, 3)]);
});

test('too many colours become as many as may be, the nearest ones together', () => {
  const pixels = Uint8Array.from({ length: 4 * 4_096 }, (_, at) => (at * 2_654_435_761) >>> 24);
  const { palette, indices } = limitColours(pixels, 16);
  expect(palette).toHaveLength(16);
  expect(new Set(indices).size).toBe(16);
  const two = limitColours(Uint8Array.from([...BLUE, ...RED, ...NEAR_BLUE]), 2);
  expect(two.indices[0]).toBe(two.indices[2]);
  expect(two.indices[0]).not.toBe(two.indices[1]);
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
