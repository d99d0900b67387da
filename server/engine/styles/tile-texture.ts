import { type Canvas, createCanvas } from '../paint/canvas.ts';
import { mix, rgb, type Rgb, saturate } from '../paint/colour.ts';
import { clamp, smooth } from '../paint/maths.ts';
import { createNoise } from '../paint/noise.ts';
import { createRandom, hash } from '../paint/random.ts';
import { createRaster } from '../paint/raster.ts';
import type { Composition } from '../scene/compose.ts';
import type { Picture } from '../scene/picture.ts';
import { placeMotifs, type Stamp } from './motifs.ts';

/** A texture without seams: the scene's motifs, scattered over a ground that repeats at the edges. */
export function tileTexture({ scene, picture, seed }: Composition): Canvas {
  const { width, height } = picture;
  const canvas = createCanvas(width, height);
  ground(canvas, picture, seed);
  const raster = createRaster(width, height);
  for (const stamp of placeMotifs(scene, picture, seed)) press(canvas, raster, stamp);
  return canvas;
}

/** Soft waves of two tones; every wave length divides the picture's sides. */
function ground(canvas: Canvas, { palette, unit, width, height }: Picture, seed: number): void {
  const random = createRandom(hash('tile', seed));
  const noise = createNoise(random, 8);
  const base = mix(saturate(palette.deep, 1.1), palette.haze, random.between(0.35, 0.7));
  const light = mix(base, rgb('ffffff'), 0.12);
  const rows = Math.max(6, Math.round((height / unit) * 12));
  const bumps = Math.max(6, Math.round((width / unit) * 8));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      // Scales: each row of arcs is shifted by half an arc, and the number of rows is even.
      const at = (y / height) * rows * 0.5 * 2;
      let value = 0;
      for (const up of [0, 1]) {
        const row = Math.floor(at) + up;
        const u = (x / width) * bumps + (row % 2 === 0 ? 0 : 0.5);
        const fx = (u - Math.floor(u) - 0.5) * 2;
        const fy = at - row;
        const arc = 1 - fx * fx - fy * fy * 0.7;
        if (arc > 0)
          value =
            smooth(0, 0.16, arc) *
            (0.55 + 0.45 * smooth(0.1, 0.5, Math.abs(((arc * 3) % 1) - 0.5)));
      }
      const cloud = noise.layers((x / width) * 8, (y / height) * 8, 2) - 0.5;
      const t = clamp(value * 0.75 + cloud * 0.5);
      for (let c = 0; c < 3; c++)
        canvas.rgb[i * 3 + c] = (base[c] ?? 0) + ((light[c] ?? 0) - (base[c] ?? 0)) * t;
    }
  }
}

/** Paints a stamp wherever it reaches into the picture when that repeats in both directions. */
function press(canvas: Canvas, raster: ReturnType<typeof createRaster>, stamp: Stamp): void {
  const { width, height, rgb: pixels } = canvas;
  const put = (paths: readonly (readonly number[])[], colour: Rgb, alpha: number): void => {
    for (const dx of [-width, 0, width]) {
      for (const dy of [-height, 0, height]) {
        const moved = paths.map((path) => path.map((value, i) => value + (i % 2 ? dy : dx)));
        raster.cover(moved, (y, from, to, cover) => {
          for (let x = from; x < to; x++) {
            const a = (cover[x] ?? 0) * alpha;
            const i = (y * width + x) * 3;
            for (let c = 0; c < 3; c++) {
              const value = pixels[i + c] ?? 0;
              pixels[i + c] = value + ((colour[c] ?? 0) - value) * a;
            }
          }
        });
      }
    }
  };
  for (const part of stamp) put(part.paths, part.colour, part.alpha);
}
