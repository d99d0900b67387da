import { mix, rgb } from '../paint/colour.ts';
import { length } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import type { Cloud, Item, Picture } from '../scene/picture.ts';
import { body } from './orbs.ts';

/** Clouds as shapes with an edge: a shaded heap and its lit tops, on a flat base; or folded from few planes. */
export function drawnClouds(picture: Picture, folded: boolean): Item[] {
  const { sky, palette, unit } = picture;
  return sky.clouds.flatMap((cloud) => {
    const flatBase = (path: number[]): number[] =>
      path.map((value, i) => (i % 2 ? Math.min(value, cloud.base) : value));
    const round = (x: number, y: number, rx: number, ry: number): number[] =>
      flatBase(folded ? hexagon(x, y, rx, ry) : ellipse(x, y, rx, ry));
    const shade = cloud.puffs.map((puff) => round(puff.x, puff.y, puff.r, puff.r));
    const lit = cloud.puffs
      .filter((puff) => puff.r > unit * 0.008)
      .map((puff) =>
        round(
          puff.x + palette.from * puff.r * 0.1,
          puff.y - puff.r * 0.2,
          puff.r * 0.78,
          puff.r * 0.74,
        ),
      );
    return [
      body(shade, mix(palette.cloudShade, palette.cloud, 0.25), { ink: 0.5 }),
      body(lit, palette.cloud, { ink: 0 }),
    ];
  });
}

const hexagon = (x: number, y: number, rx: number, ry: number): number[] => [
  x + rx,
  y - ry * 0.2,
  x + rx * 0.3,
  y - ry,
  x - rx * 0.62,
  y - ry * 0.75,
  x - rx,
  y + ry * 0.2,
  x - rx * 0.4,
  y + ry,
  x + rx * 0.6,
  y + ry * 0.85,
];

/** Clouds as a few large solid lobes that melt into one another on a flat base. */
export function ballClouds(picture: Picture): Item[] {
  const white = mix(picture.palette.cloud, rgb('ffffff'), 0.5);
  return picture.sky.clouds.flatMap((cloud) => {
    const lobes = largest(cloud.puffs);
    const floor = (path: number[]): number[] =>
      path.map((value, i) => (i % 2 ? sunk(value, cloud.base) : value));
    const left = Math.min(...lobes.map(({ x, r }) => x - r));
    const right = Math.max(...lobes.map(({ x, r }) => x + r));
    const top = Math.min(...lobes.map(({ y, r }) => y - r));
    return [
      body(
        lobes.map(({ x, y, r }) => floor(ellipse(x, y, r, r))),
        white,
        {
          glow: 0.4,
          light: {
            kind: 'ball',
            x: (left + right) / 2,
            y: (top + cloud.base) / 2,
            r: (right - left) * 0.62,
          },
        },
      ),
    ];
  });
}

const SWELL = 1.45;

/** A height that is nearly flattened below the base. */
const sunk = (y: number, base: number): number => (y > base ? base + (y - base) * 0.3 : y);

/** The largest puffs, swollen, without those that lie mostly inside a larger one. */
function largest(puffs: Cloud['puffs']): Cloud['puffs'] {
  const lobes: { x: number; y: number; r: number }[] = [];
  for (const puff of puffs.toSorted((a, b) => b.r - a.r)) {
    const r = puff.r * SWELL;
    const inside = lobes.some(
      (lobe) => length(puff.x - lobe.x, puff.y - lobe.y) < (lobe.r + r) * 0.42,
    );
    if (!inside) lobes.push({ x: puff.x, y: puff.y, r });
  }
  return lobes.slice(0, 7);
}
