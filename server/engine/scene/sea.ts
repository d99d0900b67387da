import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { between, curve } from '../paint/outline.ts';
import { below, ridge } from './ground.ts';
import type { Spot } from './spot.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** Water from the horizon down; drawn crests say how near it is. */
export function openWater(stage: Stage, rough: number): void {
  const { width, height, horizon, unit, palette } = stage;
  const seed = stage.random('water').int(1, 60_000);
  stage.items.push({
    type: 'water',
    paths: [[0, horizon, width, horizon, width, height, 0, height]],
    top: horizon,
    rough,
    seed,
  });
  const random = stage.random('crests');
  const count = Math.round(rough * 46 * (width / unit)) + 12;
  for (let i = 0; i < count; i++) {
    const t = random.next();
    const y = horizon + (height - horizon) * (0.04 + 0.96 * t * t);
    const near = (y - horizon) / (height - horizon);
    const reach = unit * lerp(0.02, 0.11, near) * random.between(0.6, 1.4);
    const x = random.next() * width;
    const lift = reach * lerp(0.03, 0.09, rough) * (0.3 + near);
    line(
      stage,
      curve([
        x - reach,
        y,
        x - reach * 0.45,
        y - lift,
        x,
        y + lift * 0.15,
        x + reach * 0.45,
        y - lift * 0.8,
        x + reach,
        y + lift * 0.2,
      ]),
      unit * lerp(0.0016, 0.0055, near),
      mix(palette.haze, rgb('ffffff'), 0.55),
      { alpha: lerp(0.16, 0.4, near) * (0.5 + rough * 0.5), taper: 1, far: 0.3 * (1 - near) },
    );
  }
}

/** Where a river can be crossed: its middle and half its width there, in pixels. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** A river that was laid: where to cross it, and how far a point is from its banks, in pixels. */
export interface Course {
  readonly crossing: Crossing;
  /** Where the river comes into sight, in pixels. */
  readonly source: { readonly x: number; readonly y: number };
  bank(x: number, y: number): number;
}

/** A river that winds from the horizon to the viewer between banks already painted; returns its course. */
export function river(stage: Stage, top: number): Course {
  const { unit, height, width } = stage;
  const random = stage.random('river');
  const seed = random.int(1, 60_000);
  const bend = random.between(0.12, 0.22) * stage.side;
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24;
    const y = lerp(top, height + 4, t * t * 0.6 + t * 0.4);
    const turn = (t * 2.1 + 0.15) % 1;
    const s = turn < 0.5 ? 16 * turn * (0.5 - turn) : -16 * (turn - 0.5) * (1 - turn);
    const x = width * 0.5 + bend * unit * s * (0.25 + t);
    const half = unit * lerp(0.008, 0.24, t * t);
    left.push(x - half, y);
    right.push(x + half, y);
  }
  stage.items.push({ type: 'water', paths: [between(left, right)], top, rough: 0.12, seed });
  const crossing = 13 * 2;
  const from = left[crossing] ?? 0;
  const to = right[crossing] ?? 0;
  const bank = (x: number, y: number): number => {
    let i = 2;
    while (i < left.length - 2 && (left[i + 1] ?? 0) < y) i += 2;
    return Math.max((left[i] ?? 0) - x, x - (right[i] ?? 0));
  };
  return {
    crossing: { x: (from + to) / 2, y: left[crossing + 1] ?? top, half: (to - from) / 2 },
    source: { x: ((left[0] ?? 0) + (right[0] ?? 0)) / 2, y: top },
    bank,
  };
}

/** Sand along the lower edge with a wet hem and foam; returns its spots. */
export function beach(stage: Stage): Spot[] {
  const { unit, height, horizon, palette, width } = stage;
  const random = stage.random('beach');
  const base = lerp(horizon, height, random.between(0.6, 0.7));
  const tilt = unit * random.between(0.1, 0.2) * stage.side;
  const wave = ridge(stage, 'shore', base, unit * 0.02, unit * 0.6, 2);
  const shore = (x: number): number => wave(x) - tilt * (x / width - 0.5);
  const layers = [
    { lift: 0.03, colour: rgb('f6fbfb'), alpha: 0.35 },
    { lift: 0.012, colour: rgb('ffffff'), alpha: 0.85 },
    { lift: 0, colour: mix(palette.sand, rgb('7b6a58'), 0.45), alpha: 1 },
  ];
  for (const { lift, colour, alpha } of layers) {
    fill(
      stage,
      below(stage, (x) => shore(x) - lift * unit, unit / 60),
      colour,
      { alpha, ink: lift === 0.012 ? 0.6 : 0, light: flat(0.9), grain: 'sand' },
    );
  }
  fill(
    stage,
    below(stage, (x) => shore(x) + unit * 0.035, unit / 60),
    palette.sand,
    {
      light: down(base, 0.85, height, 0.55),
      grain: 'sand',
      ink: 0.2,
    },
  );
  const at = (share: number, size: number): Spot => ({
    x: stage.x(share),
    y: shore(stage.x(share)) + unit * 0.1,
    size: unit * size,
  });
  return [at(0.78, 0.46), at(0.9, 0.4), at(0.3, 0.2), at(0.62, 0.28)];
}

/** Islands on the water, far to near; returns a spot on the nearest. */
export function islands(stage: Stage): Spot[] {
  const { unit, horizon, palette } = stage;
  const random = stage.random('islands');
  const spots: Spot[] = [];
  const places = [
    { share: random.between(0.15, 0.3), y: horizon + unit * 0.004, half: unit * 0.12, far: 0.5 },
    { share: random.between(0.58, 0.68), y: horizon + unit * 0.09, half: unit * 0.25, far: 0.1 },
  ];
  for (const { share, y, half, far } of places) {
    const x = stage.x(share);
    const noise = stage.noise(`island ${Math.round(far * 10)}`);
    const path: number[] = [];
    const green: number[] = [];
    const tall = half * random.between(0.42, 0.58);
    for (let i = 0; i <= 28; i++) {
      const u = -1 + i / 14;
      const dome = (1 - u * u) * (0.45 + 0.85 * noise.layers(u * 1.8 + 9, 2, 3));
      path.push(x + half * u, y - tall * dome);
      if (u > -0.86 && u < 0.86) green.push(x + half * u, y - tall * dome - 1);
    }
    fill(stage, path, mix(palette.sand, palette.rock, 0.55), {
      far,
      grain: 'rock',
      light: down(y - tall, 0.9, y, 0.4),
    });
    const hem: number[] = [];
    for (let i = green.length - 2; i >= 0; i -= 2) {
      const gx = green[i] ?? 0;
      const gy = green[i + 1] ?? 0;
      hem.push(gx, lerp(gy, y, 0.45 + 0.3 * noise.at(i * 0.7, 5)));
    }
    fill(stage, [...green, ...hem], mix(palette.leaf, palette.grass, 0.4), {
      far,
      grain: 'leaf',
      light: down(y - tall, 1, y, 0.25),
      ink: 0.4,
    });
    line(
      stage,
      [x - half * 1.06, y + 1, x, y + unit * 0.004, x + half * 1.06, y + 1],
      unit * 0.006,
      rgb('ffffff'),
      { alpha: 0.6, taper: 1 },
    );
    spots.push({
      x: x + half * 0.05,
      y: y - tall * (0.45 + 0.85 * noise.layers(0.05 * 1.8 + 9, 2, 3)) + unit * 0.012,
      size: half * 1.15,
    });
  }
  return spots.toReversed();
}
