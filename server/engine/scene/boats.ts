import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
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

/** White water along a waterline, `half` its half length. */
export function wake(stage: Stage, x: number, y: number, half: number): void {
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

/** A sailing boat, `size` pixels tall, its waterline at `y`. */
export function sailboat(
  stage: Stage,
  x: number,
  y: number,
  size: number,
  far: number,
  topic: string,
): void {
  const random = stage.random(topic);
  const hull = stage.coat('boat', rgb(random.pick(HULLS)));
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
