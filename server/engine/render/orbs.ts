import { mix, rgb } from '../paint/colour.ts';
import { ellipse } from '../paint/outline.ts';
import type { Path } from '../paint/raster.ts';
import type { Fill, Item, Orb, Picture } from '../scene/picture.ts';

/** A shape in the sky that shines of itself unless told otherwise. */
export const body = (
  paths: readonly Path[],
  colour: Fill['colour'],
  options: Partial<Fill> = {},
): Fill => ({
  type: 'fill',
  paths,
  colour,
  light: { kind: 'flat', value: 1 },
  far: 0,
  grain: 'none',
  glow: 1,
  ink: 0.5,
  alpha: 1,
  ...options,
});

/** Sun, moon, planet and stars as things to paint behind the clouds. */
export function heavenlyItems(picture: Picture): Item[] {
  const { sky, unit } = picture;
  const items: Item[] = [];
  for (const star of sky.stars) {
    items.push(
      body([ellipse(star.x, star.y, Math.max(0.7, star.r), Math.max(0.7, star.r))], rgb('fdf8ff'), {
        alpha: star.shine,
        ink: 0,
      }),
    );
    if (star.r > unit * 0.0026)
      items.push({
        type: 'halo',
        x: star.x,
        y: star.y,
        r: star.r * 5,
        colour: rgb('cfd9ff'),
        strength: 0.45,
      });
  }
  for (const orb of sky.orbs) items.push(...orbItems(orb, picture));
  return items;
}

function orbItems(orb: Orb, picture: Picture): Item[] {
  const { x, y, r } = orb;
  const { palette } = picture;
  const disc = ellipse(x, y, r, r);
  const halo = (reach: number, strength: number): Item => ({
    type: 'halo',
    x,
    y,
    r: r * reach,
    colour: palette.glare,
    strength,
  });
  switch (orb.kind) {
    case 'sun':
      return [halo(5, 0.5), body([disc], mix(rgb('fffbe6'), palette.glare, 0.35))];
    case 'moon':
      return [
        halo(4.5, 0.4),
        body([disc], rgb('f4efdd')),
        ...[
          [-0.3, -0.2, 0.24],
          [0.28, 0.12, 0.3],
          [-0.1, 0.42, 0.17],
          [0.22, -0.42, 0.14],
        ].map(([dx = 0, dy = 0, k = 0]) =>
          body([ellipse(x + dx * r, y + dy * r, k * r, k * r * 0.92)], rgb('d9d2bf'), {
            ink: 0,
            alpha: 0.75,
          }),
        ),
      ];
    case 'crescent': {
      const path: number[] = [];
      const inner: number[] = [];
      for (let i = 0; i <= 40; i++) {
        const v = -1 + i / 20;
        const half = Math.sqrt(Math.max(0, 1 - v * v));
        path.push(x + r * half, y + r * v);
        inner.push(y + r * v, x + r * half * 0.45);
      }
      for (let i = inner.length - 2; i >= 0; i -= 2) path.push(inner[i + 1] ?? 0, inner[i] ?? 0);
      return [halo(4, 0.35), body([path], rgb('f8f1d8'))];
    }
    case 'planet': {
      const globe = body([disc], rgb('d9a27c'), { light: { kind: 'ball', x, y, r }, glow: 0.45 });
      return [ring(orb, -1), globe, ring(orb, 1)];
    }
  }
}

/** Half of a planet's ring: -1 behind it, 1 before it. */
function ring({ x, y, r }: Orb, side: number): Item {
  const path: number[] = [];
  for (let i = 0; i <= 32; i++) {
    const u = i / 16 - 1;
    path.push(
      x + u * r * 1.75,
      y + u * r * -0.3 + side * r * 0.36 * Math.sqrt(Math.max(0, 1 - u * u)),
    );
  }
  return {
    type: 'line',
    path,
    width: r * 0.09,
    colour: rgb('f2d7b0'),
    far: 0,
    glow: 0.7,
    alpha: 0.85,
    taper: 0,
  };
}
