import { rgb } from '../paint/colour.ts';
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
