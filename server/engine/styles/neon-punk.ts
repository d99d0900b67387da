import { addBloom } from '../paint/bloom.ts';
import type { Canvas } from '../paint/canvas.ts';
import { luma, mix, type Rgb, rgb } from '../paint/colour.ts';
import { createRandom, hash, type Random } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Palette } from '../scene/palette.ts';
import type { Item, Picture } from '../scene/picture.ts';
import { contrast, grade } from './grade.ts';

const PINK = rgb('ff2fa8');
const CYAN = rgb('22e6ff');
const VIOLET = rgb('a14bff');

/** Night in the city of signs: dark shapes with glowing edges, a lit grid, rain. */
export function neonPunk({ picture, seed }: Composition): Canvas {
  const random = createRandom(hash('neon', seed));
  const { unit, palette } = picture;
  const night: Palette = {
    ...palette,
    sky: ['07031a', '150733', '33105c', '7a1a7d', 'e0368f'].map((hex, i) => ({ at: [0, 0.35, 0.62, 0.86, 1][i] ?? 1, colour: rgb(hex) })),
    sun: rgb('8a5cff'), shade: rgb('0d0a2a'), haze: rgb('5a1f78'), deep: rgb('0a0830'), glare: rgb('ff6ec7'),
    cloud: rgb('6a2b8f'), cloudShade: rgb('1b0e40'),
  };
  const scene: Picture = { ...picture, palette: night, items: [...picture.items, ...rain(picture, random)] };
  const canvas = render(scene, {
    ...DRAWN,
    steps: 0,
    haze: 0.7,
    glow: 1,
    coat: (colour) => mix(night.deep, mix(colour, VIOLET, 0.4), 0.2 + 0.5 * luma(...colour)),
    ink: { width: Math.max(1.2, unit * 0.0026), colour: (layer): Rgb => (hash(`${Math.floor(layer / 3)}`) % 3 === 0 ? PINK : hash(`${layer}`) % 4 === 0 ? VIOLET : CYAN) },
  });
  grid(canvas, picture);
  addBloom(canvas, unit * 0.012, 0.42, 0.8);
  addBloom(canvas, unit * 0.06, 0.5, 0.7);
  grade(canvas, [contrast(0.4)], 0.4);
  return canvas;
}

/** A grid in perspective over water and ground, fading towards the viewer. */
function grid(canvas: Canvas, { horizon, width, height, unit }: Picture): void {
  const { rgb: pixels, layer } = canvas;
  const ground = layer[(Math.floor(horizon + (height - horizon) * 0.3) * width + Math.floor(width * 0.02))] ?? 0;
  const mirrored = layer[(Math.floor(horizon + (height - horizon) * 0.3) * width + Math.floor(width * 0.98))] ?? 0;
  for (let y = Math.ceil(horizon) + 1; y < height; y++) {
    const depth = (unit * 0.34) / (y - horizon);
    const across = depth * 5;
    const thin = 0.05 + 0.012 * depth;
    const row = Math.abs(across - Math.round(across)) < thin * depth * 1.3 ? 0.5 : 0;
    const fade = Math.min(1, (y - horizon) / (unit * 0.05));
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (layer[i] !== ground && layer[i] !== mirrored) continue;
      const u = ((x - width / 2) / unit) * depth * 9;
      const k = Math.max(row, Math.abs(u - Math.round(u)) < thin * depth * 0.8 ? 0.5 : 0) * fade;
      if (k === 0) continue;
      for (let c = 0; c < 3; c++) {
        const value = pixels[i * 3 + c] ?? 0;
        pixels[i * 3 + c] = value + ((PINK[c] ?? 0) - value) * k;
      }
    }
  }
}

function rain({ width, height, unit }: Picture, random: Random): Item[] {
  return Array.from({ length: Math.round((150 * width * height) / (unit * unit)) }, (): Item => {
    const x = random.next() * width * 1.05;
    const y = random.next() * height;
    const reach = unit * random.between(0.02, 0.06);
    return {
      type: 'line', path: [x, y, x - reach * 0.16, y + reach], width: unit * 0.0014, colour: random.chance(0.5) ? CYAN : rgb('ff9bdd'),
      far: 0, glow: 1, alpha: random.between(0.15, 0.45), taper: 0.6,
    };
  });
}
