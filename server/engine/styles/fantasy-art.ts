import { addBloom } from '../paint/bloom.ts';
import type { Canvas } from '../paint/canvas.ts';
import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { between, ellipse } from '../paint/outline.ts';
import { createRandom, hash, type Random } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { NATURAL } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Fill, Item, Picture } from '../scene/picture.ts';
import { colourfulness, contrast, grade, leaning, split } from './grade.ts';

/** An enchanted hour: violet and gold air, floating islands, drifting lights. */
export function fantasyArt({ picture, seed }: Composition): Canvas {
  const random = createRandom(hash('fantasy', seed));
  const { palette, unit } = picture;
  const air = rgb(random.pick(['7b4bc9', '3f6fd0', 'a0469e']));
  const dream: Picture = {
    ...picture,
    palette: {
      ...leaning(palette, air, 0.3),
      glare: mix(palette.glare, rgb('ffe3a0'), 0.5),
      sun: mix(palette.sun, rgb('ffd9c0'), 0.35),
      shade: mix(palette.shade, rgb('4a3f86'), 0.4),
    },
    items: [...floatingIslands(picture, random), ...picture.items, ...motes(picture, random)],
  };
  const canvas = render(dream, { ...NATURAL, haze: 1.15, glow: 1.25 });
  addBloom(canvas, unit * 0.06, 0.55, 0.62);
  grade(
    canvas,
    [contrast(0.45), split(rgb('6a62a8'), rgb('a08a70'), 0.4), colourfulness(1.2)],
    0.45,
  );
  return canvas;
}

/** Rocks with turf and a waterfall, hanging in the sky, the far ones small and pale. */
function floatingIslands(picture: Picture, random: Random): Item[] {
  const { width, horizon, unit, palette } = picture;
  const items: Item[] = [];
  for (const [share, height, size, far] of [
    [0.5, 0.22, 0.05, 0.55],
    [0.86, 0.36, 0.075, 0.45],
    [0.14, 0.46, 0.12, 0.28],
  ] as const) {
    const x = width * (share + random.between(-0.05, 0.05));
    const y = horizon * height;
    const half = unit * size;
    const top: number[] = [];
    const root: number[] = [];
    for (let i = 0; i <= 14; i++) {
      const u = -1 + i / 7;
      top.push(x + half * u, y - half * 0.16 * (1 - u * u) * random.between(0.5, 1.4));
      root.push(
        x + half * u,
        y + half * 1.25 * (1 - Math.abs(u)) * random.between(0.75, 1.15) * (1 - Math.abs(u) * 0.3),
      );
    }
    const turf = top.map((value, i) =>
      i % 2
        ? value + half * 0.2 * random.between(0.6, 1.4) * (i < 3 || i > top.length - 3 ? 0 : 1)
        : value,
    );
    const part = (
      path: number[],
      colour: Fill['colour'],
      grain: Fill['grain'],
      from: number,
      to: number,
    ): Item => ({
      type: 'fill',
      paths: [path],
      colour,
      far,
      grain,
      glow: 0,
      ink: 0.5,
      alpha: 1,
      light: { kind: 'ramp', x0: 0, y0: y - half * 0.2, from, x1: 0, y1: y + half * 1.2, to },
    });
    items.push(
      part(between(top, root), palette.rock, 'rock', 0.8, 0.05),
      part(between(top, turf), palette.grass, 'grass', 1, 0.7),
      {
        type: 'line',
        path: [
          x + half * 0.45,
          y,
          x + half * 0.47,
          y + half * 0.5,
          x + half * 0.46,
          y + half * 1.6,
        ],
        width: half * 0.07,
        colour: rgb('eaf6ff'),
        far,
        glow: 0.5,
        alpha: 0.7,
        taper: 0.5,
      },
    );
  }
  return items;
}

function motes(picture: Picture, random: Random): Item[] {
  const { width, height, unit } = picture;
  return Array.from({ length: 70 }, (): Item[] => {
    const x = random.next() * width;
    const y = height * lerp(0.25, 1, random.next());
    const r = unit * lerp(0.0012, 0.0042, random.next() * random.next());
    const colour = rgb(random.pick(['fff2b8', 'ffd6f2', 'c9f4ff']));
    return [
      { type: 'halo', x, y, r: r * 7, colour, strength: 0.55 },
      {
        type: 'fill',
        paths: [ellipse(x, y, r, r)],
        colour,
        light: { kind: 'flat', value: 1 },
        far: 0,
        grain: 'none',
        glow: 1,
        ink: 0,
        alpha: 0.9,
      },
    ];
  }).flat();
}
