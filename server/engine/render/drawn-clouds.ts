import { mix, rgb } from '../paint/colour.ts';
import { ellipse } from '../paint/outline.ts';
import type { Item, Picture } from '../scene/picture.ts';
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

/** Clouds as heaps of solid balls, each lit for itself. */
export function ballClouds(picture: Picture): Item[] {
  const white = mix(picture.palette.cloud, rgb('ffffff'), 0.5);
  return picture.sky.clouds.flatMap((cloud) =>
    cloud.puffs
      .toSorted((a, b) => a.y - b.y)
      .map(({ x, y, r }) =>
        body([ellipse(x, y, r, r)], white, { glow: 0.4, light: { kind: 'ball', x, y, r } }),
      ),
  );
}
