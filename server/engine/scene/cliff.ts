import { mix, rgb } from '../paint/colour.ts';
import { clamp, lerp } from '../paint/maths.ts';
import { between, curve } from '../paint/outline.ts';
import { soil } from './ground.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** Somewhere a thing can stand; `size` is its natural height in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A headland that falls to the water from the main side; returns the spots on its top. */
export function cliff(stage: Stage): Spot[] {
  const { unit, height, width, horizon, side, palette } = stage;
  const random = stage.random('cliff');
  const noise = stage.noise('cliff');
  const foot = Math.min(
    height - unit * 0.11,
    horizon + (height - horizon) * random.between(0.56, 0.7),
  );
  const crown =
    Math.min(horizon - unit * 0.015, foot - unit * 0.26) - unit * random.between(0, 0.04);
  const lip = stage.x(random.between(0.38, 0.44));
  const toe = lip - side * unit * random.between(0.05, 0.1);
  const end = side > 0 ? width + unit * 0.1 : -unit * 0.1;
  const span = Math.abs(end - lip);
  const columns = 15;
  const topAt = (t: number): number => {
    const edge = clamp(t / 0.1);
    return (
      crown -
      unit * 0.028 * edge -
      unit * 0.03 * (noise.layers(t * 2.6, 3, 2) - 0.35) +
      unit * 0.02 * t
    );
  };
  const xs = Array.from({ length: columns + 1 }, (_, i) => {
    const t = i / columns;
    return lip + side * span * clamp(t + (i > 0 && i < columns ? random.between(-0.02, 0.02) : 0));
  });
  const tops = xs.map((x) => topAt(Math.abs(x - lip) / span));
  const feet = xs.map((_, i) => ({
    x: lerp(toe, end, i / columns) + (i > 0 ? random.between(-0.02, 0.02) * unit : 0),
    y: foot + (i / columns) * unit * 0.22 + random.between(-0.008, 0.012) * unit,
  }));
  face(stage, xs, tops, feet);
  fill(stage, outlineOf(xs, tops, feet), palette.rock, { alpha: 0, ink: 1 });
  grassTop(stage, xs, tops);
  foam(stage, feet, foot);
  const size = Math.min(unit * 0.44, crown - unit * 0.07);
  const at = (t: number, share: number): Spot => ({
    x: lip + side * span * t,
    y: topAt(t) + unit * 0.006,
    size: size * share,
  });
  const narrow = (unit * 0.6) / Math.max(span, unit * 0.6);
  return [
    at(0.36 * narrow, 1),
    at(0.72 * narrow, 0.5),
    at(0.14 * narrow, 0.35),
    at(1.0 * narrow, 0.45),
  ];
}

function outlineOf(xs: number[], tops: number[], feet: { x: number; y: number }[]): number[] {
  const top = xs.flatMap((x, i) => [x, tops[i] ?? 0]);
  return between(
    top,
    feet.flatMap((point) => [point.x, point.y]),
  );
}

/** The rock wall, in upright slabs of three ledges, each turned a little to or from the light. */
function face(stage: Stage, xs: number[], tops: number[], feet: { x: number; y: number }[]): void {
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

/** Turf over the edge, hanging down in tufts. */
function grassTop(stage: Stage, xs: number[], tops: number[]): void {
  const { unit } = stage;
  const { colour, grain } = soil(stage);
  const random = stage.random('turf');
  const upper: number[] = [];
  const hem: number[] = [];
  xs.forEach((x, i) => {
    const y = tops[i] ?? 0;
    upper.push(x, y - unit * (i === 0 ? 0 : 0.004));
    const next = xs[i + 1] ?? x;
    for (const t of i + 1 < xs.length ? [0, 0.33, 0.66] : [0]) {
      const hang = unit * (0.012 + 0.03 * random.next() + 0.035 * Math.min(1, i / 4));
      hem.push(lerp(x, next, t), lerp(y, tops[i + 1] ?? y, t) + (i === 0 && t === 0 ? 0 : hang));
    }
  });
  const top = Math.min(...tops);
  fill(stage, between(upper, hem), colour, {
    light: down(top, 1, top + unit * 0.09, 0.42),
    grain,
    ink: 0.8,
  });
}

/** White water and boulders along the foot of the rock. */
function foam(stage: Stage, feet: { x: number; y: number }[], foot: number): void {
  const { unit, palette } = stage;
  const random = stage.random('foam');
  for (const [spread, alpha] of [
    [0.026, 0.35],
    [0.012, 0.8],
  ] as const) {
    const upper: number[] = [];
    const lower: number[] = [];
    for (const point of feet) {
      const puff = unit * spread * random.between(0.5, 1.3);
      upper.push(point.x - stage.side * puff * 1.6, point.y - puff * 0.5);
      lower.push(point.x - stage.side * puff * 0.6, point.y + puff);
    }
    fill(stage, between(curve(upper), curve(lower)), rgb('f3f8fa'), {
      alpha,
      ink: 0,
      light: flat(0.95),
    });
  }
  for (let i = 0; i < 6; i++) {
    const r = unit * random.between(0.012, 0.036);
    const x = (feet[0]?.x ?? 0) - stage.side * unit * random.between(-0.06, 0.2);
    const y = foot + unit * random.between(0.005, 0.06);
    boulder(stage, x, y, r, `boulder ${i}`);
    fill(
      stage,
      curve([
        x - r * 1.5,
        y,
        x - r * 0.6,
        y - r * 0.18,
        x + r,
        y - r * 0.14,
        x + r * 1.6,
        y + r * 0.04,
        x + r * 0.5,
        y + r * 0.3,
        x - r * 0.7,
        y + r * 0.26,
        x - r * 1.5,
        y,
      ]),
      mix(rgb('ffffff'), palette.haze, 0.1),
      { alpha: 0.75, ink: 0, light: flat(0.9) },
    );
  }
}

/** A rock that rises out of its base line. */
export function boulder(stage: Stage, x: number, y: number, r: number, topic: string): void {
  const random = stage.random(topic);
  const lit = stage.palette.from;
  const peak = x + random.between(-0.2, 0.2) * r;
  const top = y - r * random.between(0.8, 1.3);
  const rock = mix(stage.palette.rock, rgb('4a4648'), 0.3);
  fill(
    stage,
    [x - r, y, x - r * 0.7, y - r * 0.6, peak, top, x + r * 0.75, y - r * 0.5, x + r, y],
    rock,
    { light: flat(0.6), grain: 'rock', ink: 0.7 },
  );
  const edge = x - lit * r;
  fill(
    stage,
    [
      peak,
      top,
      peak + lit * r * 0.1,
      y - r * 0.4,
      peak - lit * r * 0.1,
      y,
      edge,
      y,
      x - lit * r * 0.72,
      y - r * 0.55,
    ],
    rock,
    { light: flat(0.15), grain: 'rock', ink: 0 },
  );
}
