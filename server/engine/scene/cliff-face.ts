import { mix, rgb } from '../paint/colour.ts';
import { clamp, lerp } from '../paint/maths.ts';
import { between } from '../paint/outline.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** The outline of the rock between its upper edge and its foot. */
export function outlineOf(
  xs: number[],
  tops: number[],
  feet: { x: number; y: number }[],
): number[] {
  const top = xs.flatMap((x, i) => [x, tops[i] ?? 0]);
  return between(
    top,
    feet.flatMap((point) => [point.x, point.y]),
  );
}

/** The rock wall, in upright slabs of three ledges, each turned a little to or from the light. */
export function face(
  stage: Stage,
  xs: number[],
  tops: number[],
  feet: { x: number; y: number }[],
): void {
  const { palette, unit } = stage;
  const random = stage.random('slabs');
  const top = Math.min(...tops);
  const bottom = Math.max(...feet.map((point) => point.y));
  fill(stage, outlineOf(xs, tops, feet), palette.rock, {
    light: down(top, 0.8, bottom, 0.2),
    grain: 'rock',
    ink: 1,
  });
  const ledges = 4;
  const grid = xs.map((x, i) =>
    Array.from({ length: ledges + 1 }, (_, j) => {
      const t = j / ledges;
      const loose = j > 0 && j < ledges ? unit * 0.018 : 0;
      return {
        x: lerp(x, feet[i]?.x ?? x, t) + random.between(-1, 1) * loose,
        y: lerp(tops[i] ?? 0, feet[i]?.y ?? 0, t) + random.between(-1, 1) * loose,
      };
    }),
  );
  for (let i = 0; i + 1 < grid.length; i++) {
    const turn = random.between(-0.3, 0.3) + (stage.palette.from === -stage.side ? 0.12 : -0.1);
    for (let j = 0; j < ledges; j++) {
      const [a, b, c, d] = [grid[i]?.[j], grid[i + 1]?.[j], grid[i + 1]?.[j + 1], grid[i]?.[j + 1]];
      if (!a || !b || !c || !d) continue;
      const lit = clamp(0.52 + turn * 0.8 + random.between(-0.16, 0.16) - j * 0.08, 0.06, 0.95);
      const tone = mix(
        palette.rock,
        random.pick([rgb('6f6158'), rgb('b8a58c'), rgb('7d8288')]),
        0.22,
      );
      const cut = random.between(0.3, 0.7);
      fill(stage, [a.x, a.y, b.x, b.y, c.x, c.y], tone, {
        light: flat(lit),
        grain: 'rock',
        ink: 0,
      });
      fill(stage, [a.x, a.y, c.x, c.y, d.x, d.y], tone, {
        light: flat(lit - 0.12 * cut),
        grain: 'rock',
        ink: 0,
      });
    }
    const seam = grid[i];
    if (i > 0 && seam && random.chance(0.75)) {
      const reach = random.int(2, ledges);
      line(
        stage,
        seam.slice(0, reach + 1).flatMap((point) => [point.x, point.y]),
        unit * 0.0028,
        rgb('33292a'),
        { alpha: 0.5, taper: 0.7 },
      );
    }
  }
}
