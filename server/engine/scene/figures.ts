import { rgb } from '../paint/colour.ts';
import { ellipse } from '../paint/outline.ts';
import type { Spot } from './spot.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A ridge tent with a small fire before it. */
export function tent(stage: Stage, { x, y, size }: Spot): void {
  const cloth = stage.coat(
    'tent',
    rgb(stage.random('tent').pick(['e2892f', 'c9483a', '3f8a83', 'd9b343'])),
  );
  const s = size;
  fill(
    stage,
    [x - s * 0.1, y - s * 0.5, x + s * 0.42, y - s * 0.46, x + s * 0.72, y, x + s * 0.3, y],
    cloth,
    { light: flat(stage.palette.from > 0 ? 0.95 : 0.5) },
  );
  fill(stage, [x - s * 0.1, y - s * 0.5, x - s * 0.5, y, x + s * 0.3, y], cloth, {
    light: flat(stage.palette.from > 0 ? 0.5 : 0.95),
  });
  fill(
    stage,
    [x - s * 0.1, y - s * 0.46, x - s * 0.22, y, x + s * 0.04, y],
    stage.palette.lit ? rgb('ffcf7a') : rgb('4a3324'),
    { glow: stage.palette.lit ? 0.9 : 0, light: flat(0.4) },
  );
  const fx = x - s * 0.85;
  const fy = y + s * 0.12;
  line(stage, [fx - s * 0.12, fy, fx + s * 0.12, fy - s * 0.04], s * 0.04, rgb('5a3a26'));
  line(stage, [fx - s * 0.12, fy - s * 0.04, fx + s * 0.12, fy], s * 0.04, rgb('6b452c'));
  fill(
    stage,
    [
      fx - s * 0.09,
      fy - s * 0.02,
      fx - s * 0.06,
      fy - s * 0.14,
      fx,
      fy - s * 0.28,
      fx + s * 0.05,
      fy - s * 0.15,
      fx + s * 0.09,
      fy - s * 0.02,
    ],
    rgb('ff8a2a'),
    { glow: 1, ink: 0.4 },
  );
  fill(
    stage,
    [fx - s * 0.04, fy - s * 0.02, fx, fy - s * 0.15, fx + s * 0.04, fy - s * 0.02],
    rgb('ffe08a'),
    { glow: 1, ink: 0 },
  );
  stage.items.push({
    type: 'halo',
    x: fx,
    y: fy - s * 0.1,
    r: s * 0.8,
    colour: rgb('ff9a40'),
    strength: stage.palette.lit ? 0.6 : 0.2,
  });
}

/** A sitting cat, seen from behind, looking at the view. */
export function cat(stage: Stage, { x, y, size }: Spot): void {
  const fur = stage.coat(
    'cat',
    rgb(stage.random('cat').pick(['2b2a30', 'd58a3f', '8a8a90', 'efe6d8'])),
  );
  const s = size;
  const tail: number[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = i / 10;
    tail.push(
      x + s * (0.16 + 0.34 * t),
      y - s * (0.04 + 0.26 * t * t * t) + s * 0.05 * 4 * t * (1 - t),
    );
  }
  line(stage, tail, s * 0.085, fur);
  fill(
    stage,
    [
      x - s * 0.23,
      y,
      x - s * 0.26,
      y - s * 0.16,
      x - s * 0.2,
      y - s * 0.36,
      x - s * 0.11,
      y - s * 0.55,
      x + s * 0.11,
      y - s * 0.55,
      x + s * 0.2,
      y - s * 0.36,
      x + s * 0.26,
      y - s * 0.16,
      x + s * 0.23,
      y,
    ],
    fur,
    {
      light: {
        kind: 'tube',
        top: [x - s * 0.2, x + s * 0.2, y - s * 0.5],
        bottom: [x - s * 0.26, x + s * 0.26, y],
      },
    },
  );
  for (const way of [-1, 1])
    fill(
      stage,
      [
        x + way * s * 0.02,
        y - s * 0.74,
        x + way * s * 0.145,
        y - s * 0.92,
        x + way * s * 0.17,
        y - s * 0.64,
      ],
      fur,
      { light: flat(way === stage.palette.from ? 0.95 : 0.5) },
    );
  fill(stage, ellipse(x, y - s * 0.64, s * 0.18, s * 0.15), fur, {
    light: { kind: 'ball', x, y: y - s * 0.64, r: s * 0.18 },
  });
}
