import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box } from '../paint/outline.ts';
import { fill, flat, line, type Stage } from './stage.ts';

const HULLS = ['b8402f', '274b73', 'f2efe6', '2f6e63', '6a4a34'] as const;
const SAILS = ['fbf8ef', 'fbf8ef', 'f0d9a8', 'e4724f'] as const;

/** A few sailing boats, the nearest one large. */
export function boats(stage: Stage, clear: number): void {
  const { unit, horizon, height } = stage;
  const random = stage.random('boats');
  const places = [
    { share: clear + random.between(0.2, 0.26), depth: 0.06, size: 0.055 },
    { share: clear - random.between(0.12, 0.18), depth: 0.12, size: 0.085 },
    { share: clear + random.between(-0.03, 0.05), depth: random.between(0.3, 0.4), size: 0.23 },
  ];
  for (const [i, { share, depth, size }] of places.entries()) {
    sailboat(
      stage,
      stage.x(share),
      lerp(horizon, height, depth),
      unit * size,
      0.35 - depth * 0.6,
      `boat ${i}`,
    );
  }
}

function wake(stage: Stage, x: number, y: number, half: number): void {
  fill(
    stage,
    [
      x - half * 1.3,
      y + half * 0.03,
      x - half * 0.4,
      y - half * 0.05,
      x + half * 0.9,
      y - half * 0.03,
      x + half * 1.15,
      y + half * 0.05,
      x + half * 0.2,
      y + half * 0.12,
    ],
    rgb('ffffff'),
    { alpha: 0.5, ink: 0, light: flat(0.9) },
  );
}

export function sailboat(
  stage: Stage,
  x: number,
  y: number,
  size: number,
  far: number,
  topic: string,
): void {
  const random = stage.random(topic);
  const hull = rgb(random.pick(HULLS));
  const sail = rgb(random.pick(SAILS));
  const half = size * 0.46;
  const haze = Math.max(0, far);
  const lit = {
    kind: 'ramp',
    x0: x - half,
    y0: 0,
    from: stage.palette.from < 0 ? 1 : 0.45,
    x1: x + half,
    y1: 0,
    to: stage.palette.from < 0 ? 0.45 : 1,
  } as const;
  line(stage, [x, y - size * 0.1, x - size * 0.01, y - size * 1.08], size * 0.022, rgb('6b4b35'), {
    far: haze,
  });
  const main: number[] = [x + size * 0.02, y - size * 1.02];
  for (let i = 1; i <= 6; i++) {
    const t = i / 6;
    main.push(x + size * (0.02 + 0.42 * t + 0.09 * t * (1 - t) * 4), y - size * lerp(1.02, 0.2, t));
  }
  main.push(x + size * 0.02, y - size * 0.2);
  fill(stage, main, sail, { far: haze, light: lit });
  const jib: number[] = [x - size * 0.03, y - size * 0.92];
  for (let i = 1; i <= 6; i++) {
    const t = i / 6;
    jib.push(x - size * (0.03 + 0.37 * t - 0.03 * t * (1 - t) * 4), y - size * lerp(0.92, 0.22, t));
  }
  jib.push(x - size * 0.03, y - size * 0.26);
  fill(stage, jib, mix(sail, rgb('ffffff'), 0.3), { far: haze, light: lit });
  fill(
    stage,
    [
      x - half,
      y - size * 0.17,
      x + half * 0.96,
      y - size * 0.13,
      x + half * 0.74,
      y + size * 0.02,
      x - half * 0.5,
      y + size * 0.03,
      x - half * 0.75,
      y - size * 0.03,
    ],
    hull,
    {
      far: haze,
      light: { kind: 'ramp', x0: 0, y0: y - size * 0.16, from: 0.95, x1: 0, y1: y, to: 0.35 },
    },
  );
  line(
    stage,
    [x - half, y - size * 0.165, x + half * 0.96, y - size * 0.125],
    size * 0.026,
    rgb('fdfaf2'),
    { far: haze },
  );
  wake(stage, x, y + size * 0.015, half);
}

/** A three-masted ship with full square sails. */
export function ship(stage: Stage, share: number): void {
  const { unit, horizon, height } = stage;
  const x = stage.x(share);
  const y = lerp(horizon, height, 0.27);
  const size = unit * 0.38;
  const wood = rgb('6b4730');
  const canvas = rgb('f7eed9');
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
