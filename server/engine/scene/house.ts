import { mix, rgb } from '../paint/colour.ts';
import { box } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import type { Spot } from './spot.ts';
import { fill, flat, type Stage } from './stage.ts';

const WALLS = ['f4ead6', 'efe0c2', 'e6d3c0', 'dfe5e4', 'f6f0e6'] as const;

const ROOFS = ['b4472f', '9c3f33', '5b4a52', '7a4a33', '405a6b'] as const;

/** A lit or dark window with its cross. */
export function pane(
  stage: Stage,
  x: number,
  y: number,
  w: number,
  h: number,
  lit: boolean,
  far: number,
): void {
  fill(stage, box(x, y, w, h), lit ? rgb('ffd488') : rgb('37495c'), {
    glow: lit ? 0.95 : 0,
    far,
    ink: 0.4,
    light: flat(0.6),
  });
}

/** A gabled house seen from a corner: a lit gable wall, a long wall and a sloping roof. */
export function house(stage: Stage, { x, y, size }: Spot, random: Random, far = 0): void {
  const wall = stage.coat('house', rgb(random.pick(WALLS)));
  const roof = stage.has('winter') ? rgb('f0f4f8') : rgb(random.pick(ROOFS));
  const lit = stage.palette.lit;
  const way = random.chance(0.5) ? 1 : -1;
  const g = size * 0.42;
  const l = size * 0.62;
  const h = size * 0.42;
  const peak = size * 0.36;
  const gx = (u: number): number => x + way * (u - (g + l) / 2);
  const bright = stage.palette.from === -way;
  fill(stage, [gx(g), y, gx(g), y - h, gx(g + l), y - h, gx(g + l), y], wall, {
    far,
    light: flat(bright ? 0.45 : 0.9),
  });
  fill(stage, [gx(0), y, gx(0), y - h, gx(g / 2), y - h - peak, gx(g), y - h, gx(g), y], wall, {
    far,
    light: flat(bright ? 1 : 0.4),
  });
  const eave = size * 0.05;
  const cx = gx(g + l * 0.66);
  fill(
    stage,
    box(cx - size * 0.045, y - h - peak * 1.22, size * 0.09, peak * 0.7),
    mix(wall, rgb('7d4436'), 0.6),
    { far, light: flat(0.6) },
  );
  fill(
    stage,
    [
      gx(g / 2),
      y - h - peak - eave * 0.4,
      gx(g + eave),
      y - h + eave,
      gx(g + l + eave),
      y - h + eave,
      gx(g / 2 + l + eave),
      y - h - peak - eave * 0.4,
    ],
    roof,
    { far, light: flat(bright ? 0.6 : 0.95) },
  );
  fill(
    stage,
    [
      gx(g / 2),
      y - h - peak - eave * 1.1,
      gx(-eave),
      y - h + eave * 0.6,
      gx(-eave * 0.2),
      y - h + eave * 0.9,
      gx(g / 2),
      y - h - peak + eave * 0.5,
      gx(g + eave * 0.2),
      y - h + eave * 0.9,
      gx(g + eave),
      y - h + eave * 0.6,
    ],
    mix(roof, rgb('1f1a22'), 0.2),
    { far, light: flat(0.8), ink: 0.4 },
  );
  const w = size * 0.11;
  const at = (u: number, up: number): void =>
    pane(stage, gx(u) - w / 2, y - up, w, w * 1.2, lit, far);
  at(g / 2, h + peak * 0.38);
  at(g + l * 0.24, h * 0.72);
  at(g + l * 0.76, h * 0.72);
  const d = size * 0.075;
  fill(stage, box(gx(g / 2) - d, y - h * 0.66, d * 2, h * 0.66), rgb('6b3f2c'), {
    far,
    light: flat(0.6),
    ink: 0.5,
  });
}
