import { addBloom } from '../paint/bloom.ts';
import { type Canvas, eachPixel } from '../paint/canvas.ts';
import { luma, rgb, type Rgb, saturate } from '../paint/colour.ts';
import { clamp, length } from '../paint/maths.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Palette } from '../scene/palette.ts';
import { vivid } from './grade.ts';

/** Cel shading under a vivid sky with clean heaps of cloud. */
export function anime({ picture }: Composition): Canvas {
  const canvas = render(
    { ...picture, palette: vivid(picture.palette, 1.45) },
    {
      ...DRAWN,
      haze: 0.55,
      coat: (colour) => saturate(colour, 1.35),
      ink: { width: picture.unit * 0.0022, colour: () => rgb('2c2740') },
    },
  );
  addBloom(canvas, picture.unit * 0.04, 0.82, 0.25);
  return canvas;
}

/** A comic panel: heavy ink, two tones, dots in the shade, a white gutter round the frame. */
export function comicBook({ picture }: Composition): Canvas {
  const { unit, width, height } = picture;
  const canvas = render(
    { ...picture, palette: vivid(picture.palette, 1.6) },
    {
      ...DRAWN,
      steps: 2,
      haze: 0.45,
      coat: (colour) => saturate(colour, 1.6),
      ink: { width: unit * 0.0062, colour: () => rgb('14101a') },
    },
  );
  const gap = Math.max(5, unit / 110);
  const frame = Math.round(unit * 0.022);
  const rule = Math.max(2, Math.round(unit * 0.006));
  eachPixel(canvas, (pixel, x, y) => {
    const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
    if (edge < frame) return void pixel.fill(edge < frame - rule ? 0.97 : 0.06);
    const level = luma(pixel[0] ?? 0, pixel[1] ?? 0, pixel[2] ?? 0);
    if (level < 0.09) return;
    // The screen is turned by 45 degrees: two rows of dots, one half a gap aside.
    const u = (x + y) / gap;
    const v = (x - y) / gap;
    const off = length(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5);
    const dot = clamp((0.66 * (1 - level) - off) * gap * 0.7 + 0.5);
    const light = [1.1, 1.08, 1.02];
    for (let c = 0; c < 3; c++) {
      const value = clamp((pixel[c] ?? 0) * 1.12 * (light[c] ?? 1) + 0.02);
      pixel[c] = value * (1 - dot * 0.42);
    }
  });
  return canvas;
}

const WHITE: Rgb = [1, 1, 1];

/** Black lines on white, hatched where little light falls. */
export function lineArt({ picture }: Composition): Canvas {
  const { unit, palette, sky } = picture;
  const paper: Palette = {
    ...palette,
    sky: [{ at: 0, colour: WHITE }],
    haze: WHITE,
    deep: WHITE,
    glare: WHITE,
    cloud: WHITE,
    cloudShade: WHITE,
  };
  return render(
    { ...picture, palette: paper, sky: { ...sky, aurora: false, rainbow: false } },
    {
      ...DRAWN,
      steps: 0,
      haze: 1,
      glow: 0,
      hatch: Math.max(4, unit / 130),
      ink: { width: Math.max(1.1, unit * 0.0028), colour: () => rgb('121212') },
    },
  );
}
