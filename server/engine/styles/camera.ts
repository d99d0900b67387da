import { addBloom, blurred } from '../paint/bloom.ts';
import { type Canvas, eachPixel } from '../paint/canvas.ts';
import { rgb } from '../paint/colour.ts';
import { clamp, length, smooth } from '../paint/maths.ts';
import { createRandom, hash } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { NATURAL } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import { addGrain, colourfulness, contrast, grade, sharpen, split } from './grade.ts';

/** Clean and crisp: more contrast, more colour, sharp edges. */
export function enhance({ picture }: Composition): Canvas {
  const canvas = render(picture, { ...NATURAL, grain: 0.7, haze: 0.8 });
  grade(canvas, [contrast(0.35), colourfulness(1.22)]);
  sharpen(canvas, 0.85);
  return canvas;
}

/** A photograph: calm colours, depth in the haze, a lens that softens the distance. */
export function photographic({ picture, seed }: Composition): Canvas {
  const canvas = render(picture, { ...NATURAL, grain: 1.25, haze: 1.2 });
  const { horizon, height, width, rgb: pixels } = { ...picture, ...canvas };
  const soft = blurred(canvas, picture.unit * 0.008);
  const focus = horizon + (height - horizon) * 0.25;
  for (let y = 0, i = 0; y < height; y++) {
    const blur = 0.75 * smooth(0.55, 1, (y - focus) / (height - focus));
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++, i++) {
        const value = pixels[i] ?? 0;
        pixels[i] = value + (soft.at(x, y, c) - value) * blur;
      }
    }
  }
  addBloom(canvas, picture.unit * 0.03, 0.78, 0.3);
  grade(
    canvas,
    [colourfulness(0.84), contrast(0.3), split(rgb('7a8088'), rgb('86807a'), 0.5)],
    0.32,
  );
  addGrain(canvas, 0.028, hash('sensor', seed));
  return canvas;
}

/** A film still: teal shadows, amber light, dark bars above and below. */
export function cinematic({ picture }: Composition): Canvas {
  const canvas = render(picture, { ...NATURAL, haze: 1.1 });
  addBloom(canvas, picture.unit * 0.05, 0.7, 0.45);
  grade(
    canvas,
    [contrast(0.85), split(rgb('3d8a96'), rgb('b98a58'), 0.62), colourfulness(0.92)],
    0.75,
  );
  const { width, height } = canvas;
  const bar = Math.round(height * clamp(0.5 - (width / height) * 0.19, 0.05, 0.11));
  eachPixel(canvas, (pixel, _x, y) => {
    if (y < bar || y >= height - bar) pixel.fill(0.012);
    else for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) * 0.94;
  });
  return canvas;
}

/** Film: lifted blacks, faded colour, grain, and a leak of light from one edge. */
export function analogFilm({ picture, seed }: Composition): Canvas {
  const canvas = render(picture, NATURAL);
  const random = createRandom(hash('film', seed));
  const { width, height } = canvas;
  const soft = blurred(canvas, picture.unit * 0.004);
  const leakX = random.chance(0.5) ? -0.08 : 1.08;
  const leakY = random.between(0.1, 0.75);
  const faded = [colourfulness(0.62), contrast(0.2), split(rgb('6a8478'), rgb('a08a62'), 0.5)];
  eachPixel(canvas, (pixel, x, y) => {
    for (let c = 0; c < 3; c++) {
      const value = pixel[c] ?? 0;
      pixel[c] = value + (soft.at(x, y, c) - value) * 0.45;
    }
    for (const apply of faded) apply(pixel);
    const leak = smooth(0.62, 0, length(x / width - leakX, (y / height - leakY) * 0.75));
    const dx = x / width - 0.5;
    const dy = y / height - 0.5;
    const corner = 1 - 0.85 * (dx * dx + dy * dy);
    const lift = [0.1, 0.095, 0.085];
    const flare = [0.85, 0.33, 0.1];
    for (let c = 0; c < 3; c++) {
      const value = ((lift[c] ?? 0) + clamp(pixel[c] ?? 0) * 0.84) * corner;
      pixel[c] = value + (flare[c] ?? 0) * leak * 0.8 * (1 - value * 0.7);
    }
  });
  addGrain(canvas, 0.105, hash('grain', seed));
  return canvas;
}
