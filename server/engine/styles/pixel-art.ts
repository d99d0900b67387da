import { type Canvas, createCanvas } from '../paint/canvas.ts';
import { rgb, saturate } from '../paint/colour.ts';
import { limitedPalette, nearest } from '../paint/quantise.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import { vivid } from './grade.ts';

const COLOURS = 28;

/** Large square pixels, few colours, dark outlines, dither in the gradients. */
export function pixelArt(composition: Composition): Canvas {
  const { width, height, unit } = composition.picture;
  const block = unit >= 768 ? 8 : unit >= 448 ? 4 : 2;
  const { picture } = composition.resized(width / block, height / block);
  const small = render(
    { ...picture, palette: vivid(picture.palette, 1.35) },
    {
      ...DRAWN,
      haze: 0.6,
      coat: (colour) => saturate(colour, 1.35),
      ink: { width: 0.55, colour: () => rgb('211c33') },
    },
  );
  const palette = limitedPalette(small.rgb, COLOURS);
  const canvas = createCanvas(width, height);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const i = (y * small.width + x) * 3;
      const dither = (((x + y) & 1) - 0.5) * 0.028;
      const colour = nearest(
        palette,
        (small.rgb[i] ?? 0) + dither,
        (small.rgb[i + 1] ?? 0) + dither,
        (small.rgb[i + 2] ?? 0) + dither,
      );
      for (let by = 0; by < block; by++) {
        const row = (y * block + by) * width + x * block;
        for (let bx = 0; bx < block; bx++) canvas.rgb.set(colour, (row + bx) * 3);
      }
    }
  }
  return canvas;
}
