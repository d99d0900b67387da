import { rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box } from '../paint/outline.ts';
import { wake } from './boats.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A three-masted ship with full square sails. */
export function ship(stage: Stage, share: number): void {
  const { unit, horizon, height } = stage;
  const x = stage.x(share);
  const y = lerp(horizon, height, 0.27);
  const size = unit * 0.38;
  const wood = rgb('6b4730');
  const canvas = stage.coat('ship', rgb('f7eed9'));
  const half = size * 0.5;
  for (const [u, tall] of [
    [-0.55, 0.78],
    [0, 1],
    [0.52, 0.74],
  ] as const) {
    const mx = x + half * u;
    line(stage, [mx, y - size * 0.12, mx, y - size * tall], size * 0.02, wood);
    for (let i = 0; i < 3; i++) {
      const top = y - size * lerp(tall * 0.94, tall * 0.42, i / 2.2);
      const low = top + size * 0.2 * tall;
      const w = size * lerp(0.1, 0.19, i / 2) * tall;
      fill(
        stage,
        [
          mx - w * 0.85,
          top,
          mx + w * 0.85,
          top,
          mx + w * 1.08,
          (top + low) / 2,
          mx + w,
          low,
          mx,
          low - size * 0.022,
          mx - w,
          low,
          mx - w * 0.74,
          (top + low) / 2,
        ],
        canvas,
        {
          light: {
            kind: 'ramp',
            x0: mx - w,
            y0: 0,
            from: stage.palette.from < 0 ? 1 : 0.4,
            x1: mx + w,
            y1: 0,
            to: stage.palette.from < 0 ? 0.4 : 1,
          },
        },
      );
      line(stage, [mx - w, top, mx + w, top], size * 0.012, wood);
    }
    fill(
      stage,
      [
        mx,
        y - size * tall,
        mx + size * 0.1,
        y - size * (tall - 0.025),
        mx,
        y - size * (tall - 0.05),
      ],
      rgb('c8352e'),
      { ink: 0.4 },
    );
  }
  line(
    stage,
    [x - half * 0.9, y - size * 0.15, x - half * 1.5, y - size * 0.3],
    size * 0.016,
    wood,
  );
  fill(
    stage,
    [
      x - half * 1.02,
      y - size * 0.2,
      x - half * 0.6,
      y - size * 0.13,
      x + half * 0.5,
      y - size * 0.13,
      x + half * 0.62,
      y - size * 0.24,
      x + half,
      y - size * 0.26,
      x + half * 0.86,
      y,
      x + half * 0.6,
      y + size * 0.03,
      x - half * 0.66,
      y + size * 0.03,
    ],
    wood,
    { light: { kind: 'ramp', x0: 0, y0: y - size * 0.25, from: 1, x1: 0, y1: y, to: 0.3 } },
  );
  for (let i = 0; i < 6; i++)
    fill(
      stage,
      box(x - half * 0.62 + half * 0.26 * i, y - size * 0.085, size * 0.026, size * 0.026),
      rgb('2a1c16'),
      { ink: 0 },
    );
  line(
    stage,
    [x - half * 0.95, y - size * 0.115, x + half * 0.9, y - size * 0.115],
    size * 0.012,
    rgb('d8a24a'),
  );
  wake(stage, x, y + size * 0.02, half);
}

/** A whale's back with its fountain, or its tail. */
export function whale(stage: Stage, share: number): void {
  const { unit, horizon, height } = stage;
  const x = stage.x(share);
  const y = lerp(horizon, height, 0.45);
  const s = unit * 0.17;
  const skin = rgb('3c5670');
  const back: number[] = [];
  for (let i = 0; i <= 16; i++) {
    const u = -1 + i / 8;
    back.push(x + s * u, y - s * 0.42 * (1 - u * u) * (1.15 - u * 0.35));
  }
  fill(stage, back, skin, {
    light: { kind: 'ramp', x0: 0, y0: y - s * 0.5, from: 1, x1: 0, y1: y, to: 0.3 },
  });
  const t = x + s * 1.35;
  fill(
    stage,
    [
      t - s * 0.08,
      y,
      t - s * 0.05,
      y - s * 0.42,
      t - s * 0.42,
      y - s * 0.66,
      t - s * 0.1,
      y - s * 0.62,
      t,
      y - s * 0.54,
      t + s * 0.12,
      y - s * 0.64,
      t + s * 0.42,
      y - s * 0.7,
      t + s * 0.08,
      y - s * 0.42,
      t + s * 0.1,
      y,
    ],
    skin,
    { light: flat(0.6) },
  );
  for (const u of [-1, -0.45, 0.3, 1])
    line(
      stage,
      [
        x - s * 0.5,
        y - s * 0.42,
        x - s * (0.5 - u * 0.08),
        y - s * 0.85,
        x - s * (0.5 - u * 0.3),
        y - s * 0.74,
      ],
      s * 0.035,
      rgb('f4fafc'),
      { alpha: 0.85, taper: 0.6 },
    );
  wake(stage, x + s * 0.2, y, s * 1.2);
}
