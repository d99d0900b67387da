import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWebp } from '../../src/image-files/best-webp.ts';

const file = Buffer.from('a file');
const { signal } = new AbortController();

/** Searches with an encoder whose files have `sizeOf` bytes; tells what it tried and what it took. */
async function search(room: number, sizeOf: (quality: number) => number | undefined) {
  const tried: number[] = [];
  const made = await bestWebp(
    file,
    room,
    (given, quality, end) => {
      expect([given, end]).toEqual([file, signal]);
      tried.push(quality);
      const size = sizeOf(quality);
      return Promise.resolve(size === undefined ? undefined : Buffer.alloc(size, quality));
    },
    signal,
  );
  return { tried, quality: made?.[0] };
}

describe('the search for the best WebP', () => {
  it('is over at once where the best quality fits', async () => {
    expect(await search(92, (quality) => quality)).toEqual({ tried: [92], quality: 92 });
  });

  it('is over after two where not even the least does, and gives that', async () => {
    expect(await search(75, (quality) => quality)).toEqual({ tried: [92, 76], quality: 76 });
  });

  it('halves what is between them', async () => {
    expect(await search(87, (quality) => quality)).toEqual({
      tried: [92, 76, 84, 88],
      quality: 84,
    });
    expect(await search(84, (quality) => quality)).toEqual({
      tried: [92, 76, 84, 88],
      quality: 84,
    });
    expect(await search(76, (quality) => quality)).toEqual({
      tried: [92, 76, 84, 80],
      quality: 76,
    });
    expect(await search(83, (quality) => quality)).toEqual({
      tried: [92, 76, 84, 80],
      quality: 80,
    });
  });

  it('takes what fits and is less than four below the best that does', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 93, maxLength: 93 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 2_500 }), async (steps, room) => {
        const sizeOf = (quality: number) =>
          steps.slice(0, quality + 1).reduce((sum, step) => sum + step, 0);
        const { tried, quality = 0 } = await search(room, sizeOf);
        expect(tried.length).toBeLessThanOrEqual(4);
        expect(sizeOf(quality) <= room || quality === 76).toBe(true);
        expect(sizeOf(quality + 4) > room || quality === 92).toBe(true);
      }),
    );
  });

  it.each([
    [92, [92], undefined],
    [76, [92, 76], undefined],
    [84, [92, 76, 84, 80], 80],
  ])('goes on as well as it can where %d cannot be made', async (broken, tried, quality) => {
    const sizeOf = (each: number) => (each === broken ? undefined : each);
    expect(await search(85, sizeOf)).toEqual({ tried, quality });
  });
});
