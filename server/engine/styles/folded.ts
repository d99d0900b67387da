import { type Canvas, eachPixel } from '../paint/canvas.ts';
import { mix, rgb, saturate } from '../paint/colour.ts';
import { createNoise } from '../paint/noise.ts';
import { createRandom, hash } from '../paint/random.ts';
import { createFacets } from '../render/facets.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import { leaning, vivid } from './grade.ts';

/** Everything as flat triangles, each turned a little to or from the light. */
export function lowPoly({ picture, seed }: Composition): Canvas {
  const { width, height, unit, palette } = picture;
  return render(
    { ...picture, palette: vivid(palette, 1.15) },
    {
      ...DRAWN,
      steps: 0,
      clouds: 'folded',
      haze: 0.9,
      glow: 0.9,
      facets: createFacets(width, height, unit / 19, createRandom(hash('facets', seed))),
      coat: (colour) => saturate(colour, 1.15),
    },
  );
}

/** Sheets of coloured paper: long folds, a shadow under every sheet, a little fibre. */
export function origami({ picture, seed }: Composition): Canvas {
  const { width, height, unit, palette } = picture;
  const random = createRandom(hash('paper', seed));
  const canvas = render(
    {
      ...picture,
      palette: leaning(
        { ...palette, shade: mix(palette.shade, rgb('b8b2c0'), 0.45) },
        rgb('f3ead9'),
        0.3,
      ),
    },
    {
      ...DRAWN,
      steps: 0,
      clouds: 'folded',
      haze: 0.55,
      glow: 0.35,
      shadow: unit * 0.011,
      facets: createFacets(width, height, unit / 6.5, random, 1.1 / unit),
      coat: (colour) => mix(saturate(colour, 1.2), rgb('fbf5ea'), 0.16),
    },
  );
  const fibre = createNoise(random, 256);
  eachPixel(canvas, (pixel, x, y) => {
    const speck =
      (fibre.at(x * 0.45, y * 0.45) - 0.5) * 0.03 + (fibre.at(x * 0.09, y * 0.6) - 0.5) * 0.022;
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) + speck;
  });
  return canvas;
}
