import { type Canvas, eachPixel } from '../paint/canvas.ts';
import { mix, rgb, saturate } from '../paint/colour.ts';
import { clamp, length, sine } from '../paint/maths.ts';
import { createNoise } from '../paint/noise.ts';
import { createRandom, hash } from '../paint/random.ts';
import { relief } from '../paint/relief.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Item, Picture } from '../scene/picture.ts';
import { leaning, vivid } from './grade.ts';

/** Fine strokes and see-through washes cannot be modelled; they are left out. */
const solid = (items: readonly Item[], unit: number): Item[] =>
  items.filter((item) => {
    if (item.type === 'line') return item.width > unit * 0.0035 && item.alpha > 0.6;
    return item.type !== 'fill' || item.alpha > 0.55;
  });

/** Modelling clay: rounded lumps, dents and the ridges of fingertips. */
export function clay({ picture, seed }: Composition): Canvas {
  const { unit } = picture;
  const model: Picture = {
    ...picture,
    palette: vivid(picture.palette, 1.3),
    items: solid(picture.items, unit),
  };
  const canvas = render(model, {
    ...DRAWN,
    steps: 0,
    clouds: 'balls',
    haze: 0.35,
    glow: 0.3,
    shadow: unit * 0.009,
    coat: (colour) => saturate(colour, 1.3),
  });
  const heights = relief(canvas, unit * 0.02);
  const random = createRandom(hash('clay', seed));
  const noise = createNoise(random, 256);
  const { width, height } = canvas;
  const k = 1 / unit;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dents = noise.layers(x * k * 15, y * k * 15, 2) * unit * 0.02;
      heights[i] = (heights[i] ?? 0) * 0.9 + dents + print(x * k, y * k, noise) * unit * 0.00085;
    }
  }
  shadeByHeight(canvas, heights, picture.palette.from, 0.42, 0.16, 10);
  return canvas;
}

/** Fingertip ridges inside scattered round marks, -1 to 1. */
function print(x: number, y: number, noise: { at(x: number, y: number): number }): number {
  const cell = 6.5;
  const cx = Math.floor(x * cell);
  const cy = Math.floor(y * cell);
  const px = (cx + 0.25 + 0.5 * noise.at(cx * 7.3 + 0.5, cy * 3.1)) / cell;
  const py = (cy + 0.25 + 0.5 * noise.at(cx * 2.7, cy * 9.7 + 0.5)) / cell;
  const dx = x - px;
  const dy = (y - py) * 0.72;
  const d = length(dx, dy);
  const inside = clamp(1 - d * 22);
  if (inside === 0 || noise.at(cx * 5.1, cy * 5.9) < 0.42) return 0;
  return sine(d * 190 + noise.at(x * 30, y * 30) * 0.6) * inside;
}

/** Smooth solids under a studio light, before a plain backdrop. */
export function model3d({ picture }: Composition): Canvas {
  const { unit, palette } = picture;
  const studio: Picture = {
    ...picture,
    palette: {
      ...leaning(palette, rgb('dfe3ee'), 0.42),
      sun: mix(palette.sun, rgb('ffffff'), 0.45),
      shade: mix(palette.shade, rgb('8288a8'), 0.35),
    },
    items: solid(picture.items, unit),
  };
  const canvas = render(studio, {
    ...DRAWN,
    steps: 0,
    clouds: 'balls',
    haze: 0.4,
    glow: 0.55,
    shadow: unit * 0.016,
    coat: (colour) => mix(saturate(colour, 1.15), rgb('ffffff'), 0.06),
  });
  backdrop(canvas, unit, palette.from);
  const heights = relief(canvas, unit * 0.014);
  shadeByHeight(canvas, heights, palette.from, 0.42, 0.5, 26);
  return canvas;
}

/** Cuts the scene to a thick rounded slab and sets it before a studio wall. */
function backdrop(canvas: Canvas, unit: number, from: number): void {
  const { width, height, layer } = canvas;
  const margin = unit * 0.065;
  const corner = unit * 0.07;
  const inside = (x: number, y: number): number => {
    const dx = Math.max(0, Math.abs(x - width / 2) - (width / 2 - margin - corner));
    const dy = Math.max(0, Math.abs(y - height / 2) - (height / 2 - margin - corner));
    return corner - length(dx, dy);
  };
  eachPixel(canvas, (pixel, x, y, i) => {
    const edge = inside(x + 0.5, y + 0.5);
    if (edge > 1) return;
    const wall = 0.93 - 0.16 * (y / height);
    const shadow = clamp(0.5 + inside(x + from * unit * 0.014, y - unit * 0.024) / (unit * 0.06));
    const k = clamp(edge + 0.5);
    for (let c = 0; c < 3; c++) {
      const tone = wall * (0.97 + c * 0.012) * (1 - shadow * 0.4);
      pixel[c] = tone + ((pixel[c] ?? 0) - tone) * k;
    }
    if (edge < 0) layer[i] = 65_535;
  });
}

/** Lights the canvas as if it had these heights: shade by slope, and a highlight. */
function shadeByHeight(
  canvas: Canvas,
  heights: Float32Array,
  from: number,
  depth: number,
  shine: number,
  gloss: number,
): void {
  const { width, height } = canvas;
  eachPixel(canvas, (pixel, x, y, i) => {
    const gx = x > 0 && x < width - 1 ? ((heights[i + 1] ?? 0) - (heights[i - 1] ?? 0)) / 2 : 0;
    const gy =
      y > 0 && y < height - 1 ? ((heights[i + width] ?? 0) - (heights[i - width] ?? 0)) / 2 : 0;
    const nz = 1 / Math.sqrt(1 + gx * gx + gy * gy);
    const lit = (-gx * from * 0.5 + gy * -0.62) * -1 * nz;
    const facing = clamp((gx * -from * 0.45 + gy * 0.62) * nz + 0.62 * nz);
    let peak = clamp(facing * 1.02);
    for (let g = 1; g < gloss; g *= 2) peak *= peak;
    const k = 1 + clamp(lit, -1, 1) * depth;
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) * k + peak * shine;
  });
}
