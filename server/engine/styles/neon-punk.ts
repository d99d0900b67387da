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
    sky: ['07031a', '150733', '33105c', '7a1a7d', 'e0368f'].map((hex, i) => ({
      at: [0, 0.35, 0.62, 0.86, 1][i] ?? 1,
      colour: rgb(hex),
    })),
    sun: rgb('8a5cff'),
    shade: rgb('0d0a2a'),
    haze: rgb('5a1f78'),
    deep: rgb('0a0830'),
    glare: rgb('ff6ec7'),
    cloud: rgb('6a2b8f'),
    cloudShade: rgb('1b0e40'),
  };
  const scene: Picture = {
    ...picture,
    palette: night,
    items: [...withGrid(picture.items, picture), ...rain(picture, random)],
  };
  const canvas = render(scene, {
    ...DRAWN,
    steps: 0,
    haze: 0.7,
    glow: 1,
    coat: (colour) => mix(night.deep, mix(colour, VIOLET, 0.4), 0.2 + 0.5 * luma(...colour)),
    ink: {
      width: Math.max(1.2, unit * 0.0026),
      colour: (layer): Rgb =>
        hash(`${Math.floor(layer / 3)}`) % 3 === 0
          ? PINK
          : hash(`${layer}`) % 4 === 0
            ? VIOLET
            : CYAN,
    },
  });
  addBloom(canvas, unit * 0.012, 0.42, 0.8);
  addBloom(canvas, unit * 0.06, 0.5, 0.7);
  grade(canvas, [contrast(0.4)], 0.4);
  return canvas;
}

/** A grid in perspective, laid over the widest ground or water and under what stands on it. */
function withGrid(items: readonly Item[], picture: Picture): Item[] {
  const { horizon, width, height, unit } = picture;
  const bottom = height + unit * 0.02;
  const lie = (path: number[], alpha: number): Item => ({
    type: 'line',
    path,
    width: unit * 0.0034,
    colour: PINK,
    far: 0,
    glow: 1,
    alpha,
    taper: 0,
  });
  const grid: Item[] = [];
  for (let i = 1; i <= 16; i++) {
    const y = horizon + ((height - horizon) * 0.16 * i) / (17 - i);
    if (y < bottom) grid.push(lie([0, y, width, y], Math.min(0.9, 0.3 + 0.1 * i)));
  }
  const vanish = horizon - unit * 0.02;
  for (let i = -24; i <= 24; i++) {
    const x = width / 2 + i * unit * 0.22;
    const top = horizon + unit * 0.03;
    const t = (top - vanish) / (bottom - vanish);
    grid.push(lie([width / 2 + (x - width / 2) * t, top, x, bottom], 0.85));
  }
  const spans = (item: Item): boolean =>
    item.type === 'water' ||
    (item.type === 'fill' &&
      item.alpha === 1 &&
      item.paths.some(
        (path) =>
          path.some((v, k) => k % 2 === 0 && v <= 0) &&
          path.some((v, k) => k % 2 === 0 && v >= width) &&
          path.some((v, k) => k % 2 === 1 && v >= height),
      ));
  const at = items.findLastIndex(spans) + 1;
  return [...items.slice(0, at), ...grid, ...items.slice(at)];
}

function rain({ width, height, unit }: Picture, random: Random): Item[] {
  return Array.from({ length: Math.round((150 * width * height) / (unit * unit)) }, (): Item => {
    const x = random.next() * width * 1.05;
    const y = random.next() * height;
    const reach = unit * random.between(0.02, 0.06);
    return {
      type: 'line',
      path: [x, y, x - reach * 0.16, y + reach],
      width: unit * 0.0014,
      colour: random.chance(0.5) ? CYAN : rgb('ff9bdd'),
      far: 0,
      glow: 1,
      alpha: random.between(0.15, 0.45),
      taper: 0.6,
    };
  });
}
