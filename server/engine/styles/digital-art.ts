import { type Canvas, createCanvas } from '../paint/canvas.ts';
import { luma } from '../paint/colour.ts';
import { clamp, cosine, length, sine } from '../paint/maths.ts';
import { createNoise, type Noise } from '../paint/noise.ts';
import { createRandom, hash, type Random } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { NATURAL } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import { colourfulness, contrast, grade } from './grade.ts';

/** A painting: broad strokes first, finer ones where there is something to see. */
export function digitalArt({ picture, seed }: Composition): Canvas {
  const model = render(picture, { ...NATURAL, grain: 0.6 });
  grade(model, [contrast(0.3), colourfulness(1.25)]);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.rgb.set(model.rgb);
  const random = createRandom(hash('brush', seed));
  const noise = createNoise(random, 64);
  for (const [share, detail] of [
    [36, 0],
    [64, 0.02],
    [110, 0.05],
    [210, 0.1],
  ] as const) {
    brush(model, canvas, Math.max(2, picture.unit / share), detail, random, noise);
  }
  return canvas;
}

/** One layer of strokes, each laid along the edges it finds, or with the wind where there are none. */
function brush(
  model: Canvas,
  canvas: Canvas,
  size: number,
  detail: number,
  random: Random,
  noise: Noise,
): void {
  const { width, height } = model;
  const step = size * 0.62;
  for (let gy = 0; gy < height; gy += step) {
    for (let gx = 0; gx < width; gx += step) {
      const x = Math.floor(clamp(gx + random.between(-0.5, 0.5) * step, 0, width - 1));
      const y = Math.floor(clamp(gy + random.between(-0.5, 0.5) * step, 0, height - 1));
      const reach = Math.max(2, Math.round(size * 0.6));
      const ex = lumaAt(model, x + reach, y) - lumaAt(model, x - reach, y);
      const ey = lumaAt(model, x, y + reach) - lumaAt(model, x, y - reach);
      const edge = length(ex, ey);
      const tone = random.between(-0.035, 0.035);
      const turn = noise.layers((x / width) * 3, (y / height) * 5, 2) * 0.5 - 0.25;
      const wild = random.between(-0.03, 0.03);
      if (edge < detail) continue;
      const along =
        edge > 0.05
          ? [-ey / edge, ex / edge]
          : [cosine(turn * 0.4 + wild), sine(turn * 0.4 + wild)];
      const long = size * (edge > 0.12 ? 0.75 : 1.5);
      dab(model, canvas, x, y, along[0] ?? 1, along[1] ?? 0, long, size * 0.3, tone, random.next());
    }
  }
}

function lumaAt({ rgb, width, height }: Canvas, x: number, y: number): number {
  const i = (clamp(y, 0, height - 1) * width + clamp(x, 0, width - 1)) * 3;
  return luma(rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0);
}

/** One stroke: a capsule with bristle streaks and a thin ragged end. */
function dab(
  model: Canvas,
  canvas: Canvas,
  x: number,
  y: number,
  ux: number,
  uy: number,
  long: number,
  half: number,
  tone: number,
  grip: number,
): void {
  const { width, height, rgb } = canvas;
  const from = (y * width + x) * 3;
  const r = (model.rgb[from] ?? 0) + tone;
  const g = (model.rgb[from + 1] ?? 0) + tone;
  const b = (model.rgb[from + 2] ?? 0) + tone;
  const ex = Math.abs(ux) * long + half;
  const ey = Math.abs(uy) * long + half;
  for (let py = Math.max(0, Math.ceil(y - ey)); py <= Math.min(height - 1, y + ey); py++) {
    for (let px = Math.max(0, Math.ceil(x - ex)); px <= Math.min(width - 1, x + ex); px++) {
      const dx = px - x;
      const dy = py - y;
      const t = (dx * ux + dy * uy) / long;
      if (t < -1 || t > 1) continue;
      const s = (dx * uy - dy * ux) / half;
      const side = 1 - Math.abs(s) + 0.6 / half;
      if (side <= 0) continue;
      const bristle = 0.72 + 0.28 * sine(s * (1.6 + grip) + grip * 9);
      const end = clamp((1 - Math.abs(t)) * 3.2);
      const a = clamp(side * half) * end * bristle * 0.9;
      const i = (py * width + px) * 3;
      rgb[i] = (rgb[i] ?? 0) + (r - (rgb[i] ?? 0)) * a;
      rgb[i + 1] = (rgb[i + 1] ?? 0) + (g - (rgb[i + 1] ?? 0)) * a;
      rgb[i + 2] = (rgb[i + 2] ?? 0) + (b - (rgb[i + 2] ?? 0)) * a;
    }
  }
}
