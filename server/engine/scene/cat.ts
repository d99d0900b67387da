import { mix, rgb } from '../paint/colour.ts';
import { curve, ellipse, strokeOf } from '../paint/outline.ts';
import type { Light } from './picture.ts';
import type { Spot } from './spot.ts';
import { fill, flat, line, type Stage } from './stage.ts';

const ball = (x: number, y: number, r: number): Light => ({ kind: 'ball', x, y, r });

/** A sitting cat, seen from the front, its tail around its paws. */
export function cat(stage: Stage, { x, y, size }: Spot): void {
  const fur = stage.coat(
    'cat',
    rgb(stage.random('cat').pick(['2b2a30', 'd58a3f', '8a8a90', 'efe6d8'])),
  );
  const pale = mix(fur, rgb('fff4e4'), 0.3);
  const s = size;
  const at = (points: readonly (readonly [number, number])[]): number[] =>
    points.flatMap(([u, v]) => [x + u * s, y - v * s]);
  const tail = curve(
    at([
      [0.18, 0.1],
      [0.36, 0.07],
      [0.42, 0.18],
      [0.37, 0.31],
      [0.43, 0.4],
    ]),
  );
  fill(stage, strokeOf(tail, s * 0.075, false), fur, { light: flat(0.55) });
  for (const way of [-1, 1])
    fill(stage, ellipse(x + way * s * 0.15, y - s * 0.15, s * 0.15, s * 0.155), fur, {
      light: ball(x + way * s * 0.15, y - s * 0.17, s * 0.19),
    });
  const flank = [
    [0.02, 0.03],
    [0.15, 0.05],
    [0.19, 0.2],
    [0.16, 0.36],
    [0.13, 0.48],
    [0.1, 0.58],
  ] as const;
  fill(stage, curve(at([...flank, ...flank.toReversed().map(([u, v]) => [-u, v] as const)])), fur, {
    light: ball(x, y - s * 0.34, s * 0.34),
    ink: 0.4,
  });
  fill(stage, ellipse(x, y - s * 0.36, s * 0.085, s * 0.15), pale, {
    light: ball(x, y - s * 0.4, s * 0.2),
    ink: 0,
  });
  for (const way of [-1, 1]) {
    const px = x + way * s * 0.065;
    line(stage, [x, y - s * 0.24, x, y - s * 0.05], s * 0.008, mix(fur, rgb('14141a'), 0.5));
    fill(stage, ellipse(px, y - s * 0.035, s * 0.066, s * 0.042), pale, {
      light: ball(px, y - s * 0.05, s * 0.08),
      ink: 0.5,
    });
    fill(stage, ellipse(x + way * s * 0.21, y - s * 0.03, s * 0.075, s * 0.038), fur, {
      light: ball(x + way * s * 0.21, y - s * 0.045, s * 0.09),
      ink: 0.5,
    });
  }
  head(stage, { x, y: y - s * 0.66, size: s }, fur);
}

function head(stage: Stage, { x, y, size: s }: Spot, fur: ReturnType<typeof rgb>): void {
  const dark = fur[0] + fur[1] + fur[2] < 1.2;
  for (const way of [-1, 1]) {
    const ear = (k: number): number[] => [
      x + way * s * (0.085 - 0.06 * k),
      y - s * 0.1 * k,
      x + way * s * (0.145 + 0.012 * k),
      y - s * (0.16 + 0.1 * k),
      x + way * s * (0.135 + 0.055 * k),
      y + s * 0.02 * k,
    ];
    fill(stage, ear(1), fur, { light: flat(way === stage.palette.from ? 0.95 : 0.5) });
    fill(stage, ear(0.4), rgb('d98f92'), { light: flat(0.6), ink: 0 });
  }
  fill(stage, ellipse(x, y, s * 0.2, s * 0.165), fur, {
    light: { kind: 'ball', x, y, r: s * 0.22 },
  });
  fill(stage, ellipse(x, y + s * 0.06, s * 0.075, s * 0.052), mix(fur, rgb('fff4e4'), 0.4), {
    light: flat(0.8),
    ink: 0,
  });
  for (const way of [-1, 1]) {
    const ex = x + way * s * 0.085;
    fill(stage, ellipse(ex, y - s * 0.015, s * 0.038, s * 0.034), rgb(dark ? 'e9c84a' : '8fb64c'), {
      glow: 0.35,
      ink: 0.5,
    });
    fill(stage, ellipse(ex, y - s * 0.015, s * 0.012, s * 0.03), rgb('17161b'), { ink: 0 });
    for (const drop of [0, 0.022])
      line(
        stage,
        [x + way * s * 0.06, y + s * 0.06, x + way * s * 0.24, y + s * (0.045 + drop * 2)],
        s * 0.005,
        mix(rgb('ffffff'), fur, 0.3),
        { taper: 0.6, alpha: 0.8 },
      );
  }
  fill(
    stage,
    [x - s * 0.02, y + s * 0.035, x + s * 0.02, y + s * 0.035, x, y + s * 0.058],
    rgb('d98f92'),
    { ink: 0.3, light: flat(0.8) },
  );
}
