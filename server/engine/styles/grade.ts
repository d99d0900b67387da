import { type Canvas, eachPixel } from '../paint/canvas.ts';
import { luma, mix, type Rgb, saturate } from '../paint/colour.ts';
import { clamp } from '../paint/maths.ts';
import { createRandom } from '../paint/random.ts';
import type { Palette } from '../scene/palette.ts';

/** A change of one pixel's colour, in place. */
export type Grade = (pixel: Float64Array) => void;

/** Greyer below 1, more vivid above. */
export const colourfulness =
  (k: number): Grade =>
  (pixel) => {
    const grey = luma(pixel[0] ?? 0, pixel[1] ?? 0, pixel[2] ?? 0);
    for (let c = 0; c < 3; c++) pixel[c] = grey + ((pixel[c] ?? 0) - grey) * k;
  };

/** An S curve: `k` 0 is none, 1 is strong. */
export const contrast =
  (k: number): Grade =>
  (pixel) => {
    for (let c = 0; c < 3; c++) {
      const value = clamp(pixel[c] ?? 0);
      pixel[c] = value + (value * value * (3 - 2 * value) - value) * k;
    }
  };

/** Leans shadows and highlights to a colour each. */
export const split =
  (dark: Rgb, bright: Rgb, k: number): Grade =>
  (pixel) => {
    const level = clamp(luma(pixel[0] ?? 0, pixel[1] ?? 0, pixel[2] ?? 0));
    for (let c = 0; c < 3; c++) {
      const tone = (dark[c] ?? 0) + ((bright[c] ?? 0) - (dark[c] ?? 0)) * level;
      pixel[c] = (pixel[c] ?? 0) + (tone - 0.5) * k;
    }
  };

/** Applies grades in turn to the whole canvas, then darkens the corners by `vignette`. */
export function grade(canvas: Canvas, grades: readonly Grade[], vignette = 0): void {
  const { width, height } = canvas;
  eachPixel(canvas, (pixel, x, y) => {
    for (const apply of grades) apply(pixel);
    if (vignette === 0) return;
    const dx = (x / width) * 2 - 1;
    const dy = (y / height) * 2 - 1;
    const d = (dx * dx + dy * dy) / 2;
    const k = 1 - vignette * d * d;
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) * k;
  });
}

/** Film grain, strongest in the middle tones. */
export function addGrain(canvas: Canvas, strength: number, seed: number): void {
  const random = createRandom(seed);
  const row = new Float32Array(canvas.width + 1);
  let last = 0;
  eachPixel(canvas, (pixel, x) => {
    const fresh = random.next() + random.next() - 1;
    const speck = fresh * 0.7 + last * 0.3 + (row[x] ?? 0) * 0.3;
    last = fresh;
    row[x] = fresh;
    const level = clamp(luma(pixel[0] ?? 0, pixel[1] ?? 0, pixel[2] ?? 0));
    const k = speck * strength * (0.35 + 2.6 * level * (1 - level));
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) + k;
  });
}

/** Brings out small edges: each pixel moves away from the mean of its four neighbours. */
export function sharpen(canvas: Canvas, strength: number): void {
  const { width, height, rgb } = canvas;
  const before = rgb.slice();
  const row = width * 3;
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * row + 3; i < (y + 1) * row - 3; i++) {
      const value = before[i] ?? 0;
      const around =
        ((before[i - 3] ?? 0) +
          (before[i + 3] ?? 0) +
          (before[i - row] ?? 0) +
          (before[i + row] ?? 0)) /
        4;
      rgb[i] = clamp(value + (value - around) * strength);
    }
  }
}

/** The palette with every colour of sky, water and land changed. */
function recolour(palette: Palette, change: (colour: Rgb) => Rgb): Palette {
  return {
    ...palette,
    sky: palette.sky.map(({ at, colour }) => ({ at, colour: change(colour) })),
    haze: change(palette.haze),
    deep: change(palette.deep),
    cloud: change(palette.cloud),
    cloudShade: change(palette.cloudShade),
  };
}

/** A more or less vivid palette. */
export const vivid = (palette: Palette, k: number): Palette =>
  recolour(palette, (colour) => saturate(colour, k));

/** A palette drawn towards one colour. */
export const leaning = (palette: Palette, to: Rgb, k: number): Palette =>
  recolour(palette, (colour) => mix(colour, to, k));
