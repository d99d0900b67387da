import type { Canvas } from '../paint/canvas.ts';
import { smooth } from '../paint/maths.ts';
import type { Noise } from '../paint/noise.ts';
import type { Beam, Halo, Mist, Picture } from '../scene/picture.ts';
import type { Skin } from './skin.ts';
import { haloAt } from './surface.ts';

/** Adds a halo, a beam or a band of mist to what is painted so far. */
export function addLight(
  canvas: Canvas,
  item: Halo | Beam | Mist,
  picture: Picture,
  skin: Skin,
  noise: Noise,
): void {
  if (item.type === 'mist') return addMist(canvas, item, picture, skin, noise);
  const { width, height } = canvas;
  const reach = item.type === 'halo' ? item.r : item.reach;
  const left = Math.max(0, Math.floor(item.x - reach));
  const right = Math.min(width, Math.ceil(item.x + reach));
  const top = Math.max(0, Math.floor(item.y - reach));
  const bottom = Math.min(height, Math.ceil(item.y + reach));
  const strength = item.strength * skin.glow;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const dx = x + 0.5 - item.x;
      const dy = y + 0.5 - item.y;
      const light = item.type === 'halo' ? haloAt(dx, dy, item.r) : beamAt(item, dx, dy);
      if (light > 0.002) blend(canvas, (y * width + x) * 3, item.colour, light * strength);
    }
  }
}

function beamAt(beam: Beam, dx: number, dy: number): number {
  const along = dx * beam.dx + dy * beam.dy;
  if (along <= 0 || along >= beam.reach) return 0;
  const across = dx * beam.dy - dy * beam.dx;
  const edge = across / (along * beam.spread + beam.reach * 0.012);
  const soft = 1 - edge * edge;
  if (soft <= 0) return 0;
  const fade = 1 - along / beam.reach;
  return soft * Math.sqrt(soft) * fade * fade;
}

/** Lightens towards `colour` as light does: bright places gain less. */
function blend(
  { rgb }: Canvas,
  i: number,
  colour: readonly [number, number, number],
  k: number,
): void {
  for (let c = 0; c < 3; c++) {
    const value = rgb[i + c] ?? 0;
    rgb[i + c] = value + (colour[c] ?? 0) * k * Math.max(0, 1 - value * 0.85);
  }
}

function addMist(canvas: Canvas, mist: Mist, picture: Picture, skin: Skin, noise: Noise): void {
  const { width, height, rgb } = canvas;
  const { palette, unit } = picture;
  const k = 1 / unit;
  const top = Math.max(0, Math.floor(mist.y - mist.reach));
  const bottom = Math.min(height, Math.ceil(mist.y + mist.reach));
  for (let y = top; y < bottom; y++) {
    const t = 1 - Math.abs(y - mist.y) / mist.reach;
    const band = smooth(0, 1, t);
    for (let x = 0; x < width; x++) {
      const drift = 0.45 + 0.85 * noise.layers(x * k * 2.2 + mist.seed, y * k * 7, 2);
      const a = Math.min(0.92, band * mist.strength * drift * (0.5 + skin.haze * 0.5));
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const value = rgb[i + c] ?? 0;
        rgb[i + c] = value + ((palette.haze[c] ?? 0) - value) * a;
      }
    }
  }
}
