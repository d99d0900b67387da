import { describe, expect, it } from 'vitest';
import { stylePresets, type StylePreset } from '../../../src/image-api/contract.ts';
import { toBytes } from '../../../server/engine/paint/canvas.ts';
import { compose } from '../../../server/engine/scene/compose.ts';
import { paintStyle } from '../../../server/engine/styles/index.ts';
import { distance } from './decode.ts';

const SIDE = 320;
const wish = {
  prompt: 'A lighthouse on a cliff',
  negativePrompt: '',
  width: SIDE,
  height: SIDE,
  seed: 5,
};
const paint = (style: StylePreset, more = {}): Uint8Array =>
  toBytes(paintStyle(style, compose({ ...wish, ...more })));

const at = (pixels: Uint8Array, x: number, y: number): number[] => [
  ...pixels.subarray((y * SIDE + x) * 3, (y * SIDE + x) * 3 + 3),
];

describe('the styles', () => {
  it('differ clearly from one another, each from each', () => {
    const all = stylePresets.map((style) => [style, paint(style)] as const);
    const close: string[] = [];
    for (const [i, [a, first]] of all.entries()) {
      for (const [b, second] of all.slice(i + 1)) {
        if (distance(first, second) < 5) close.push(`${a} and ${b}`);
      }
    }
    expect(close).toEqual([]);
  });

  it('draw line art in greys, mostly white', () => {
    const pixels = paint('line-art');
    let coloured = 0;
    let white = 0;
    for (let i = 0; i < pixels.length; i += 3) {
      const [r = 0, g = 0, b = 0] = pixels.subarray(i, i + 3);
      if (Math.max(r, g, b) - Math.min(r, g, b) > 14) coloured++;
      if (r > 250) white++;
    }
    expect(coloured).toBe(0);
    expect(white).toBeGreaterThan(SIDE * SIDE * 0.6);
  });

  it('make pixel art of square blocks in few colours', () => {
    const canvas = paintStyle('pixel-art', compose(wish));
    const colours = new Set<string>();
    for (let y = 0; y < SIDE; y += 2) {
      for (let x = 0; x < SIDE; x += 2) {
        const block = [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ].map(([dx = 0, dy = 0]) =>
          canvas.rgb
            .slice(((y + dy) * SIDE + x + dx) * 3, ((y + dy) * SIDE + x + dx) * 3 + 3)
            .join(),
        );
        expect(new Set(block).size).toBe(1);
        colours.add(block[0] ?? '');
      }
    }
    expect(colours.size).toBeLessThanOrEqual(28);
  });

  it('vary the number of squares of the isometric model with the seed', () => {
    const one = paint('isometric', { seed: 1 });
    const others = [2, 3, 4].map((seed) => distance(one, paint('isometric', { seed })));
    expect(Math.min(...others)).toBeGreaterThan(3);
  });
});

const step = (a: number[], b: number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0);

describe('the seamless texture', () => {
  it.each([1, 2, 3])('meets itself at the edges, seed %i', (seed) => {
    const pixels = paint('tile-texture', { seed });
    let across = 0;
    let down = 0;
    let inside = 0;
    for (let i = 0; i < SIDE; i++) {
      across += step(at(pixels, SIDE - 1, i), at(pixels, 0, i));
      down += step(at(pixels, i, SIDE - 1), at(pixels, i, 0));
      for (const middle of [80, 160, 240]) {
        inside +=
          step(at(pixels, middle, i), at(pixels, middle + 1, i)) / 6 +
          step(at(pixels, i, middle), at(pixels, i, middle + 1)) / 6;
      }
    }
    // The seam is no rougher than the texture itself.
    expect(across).toBeLessThan(inside * 2.2);
    expect(down).toBeLessThan(inside * 2.2);
  });
});
