import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box } from '../paint/outline.ts';
import { lamp } from './lamp.ts';
import { pavedRow } from './street-row.ts';
import type { Spot } from './spot.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** A street that runs to the horizon between tall houses, wet in the rain; returns a spot on it. */
export function street(stage: Stage): Spot[] {
  const { unit, width, height, horizon, palette } = stage;
  const wet = stage.has('rain', 'storm');
  const vanish = { x: stage.x(stage.random('street').between(0.44, 0.56)), y: horizon };
  const at = (u: number, near: number): [number, number] => [
    lerp(vanish.x, width / 2 + u * unit, near),
    lerp(vanish.y, height + 4, near),
  ];
  const strip = (from: number, to: number, far: number, near: number): number[] => [
    ...at(from, far),
    ...at(to, far),
    ...at(to, near),
    ...at(from, near),
  ];
  fill(stage, box(0, horizon, width, height - horizon), rgb('6f7480'), {
    light: down(horizon, 0.6, height, 0.4),
  });
  for (const way of [-1, 1]) pavedRow(stage, vanish, way);
  const kerb = 0.62;
  const road = strip(-kerb, kerb, 0, 1);
  if (wet || palette.lit) {
    const seed = stage.random('puddles').int(1, 60_000);
    stage.items.push({ type: 'water', paths: [road], top: horizon, rough: 0.5, seed });
  }
  fill(stage, road, rgb('3a3f4a'), {
    light: down(horizon, 0.7, height, 0.45),
    alpha: wet ? 0.56 : palette.lit ? 0.78 : 1,
  });
  const paint: Rgb = mix(rgb('e9e6da'), palette.haze, 0.2);
  for (let i = 0; i < 7; i++) {
    const t = 0.06 * 1.5 ** i;
    fill(stage, strip(-0.012, 0.012, t, Math.min(1, t * 1.22)), paint, {
      alpha: 0.8,
      ink: 0.2,
      light: flat(0.7),
    });
  }
  for (const way of [-1, 1]) {
    line(stage, [...at(way * kerb, 0), ...at(way * kerb, 1)], unit * 0.006, rgb('a8acb4'));
    for (const t of [0.1, 0.17, 0.29, 0.5]) {
      const [x, y] = at(way * (kerb + 0.05), t);
      lamp(stage, x, y, unit * t * 0.95, -way);
    }
  }
  const [x, y] = at(-0.3, 0.5);
  return [{ x, y, size: unit * 0.24 }];
}

/** Lamp and window light broken by the waves, in dashes that widen towards the viewer. */
function glints(stage: Stage, bottom: number): void {
  const { unit, width, horizon } = stage;
  const random = stage.random('glints');
  for (let column = 0; column < (16 * width) / unit; column++) {
    const x = width * random.next();
    const colour = rgb(random.pick(['ffd27a', 'ffe2a6', 'ffb45e']));
    const reach = random.between(0.35, 0.95);
    for (let t = 0.06; t < reach; t += random.between(0.05, 0.12)) {
      const half = unit * lerp(0.008, 0.03, t) * random.between(0.5, 1.2);
      const cx = x + unit * random.between(-0.008, 0.008);
      const y = lerp(horizon, bottom, t);
      line(stage, [cx - half, y, cx + half, y], unit * lerp(0.004, 0.009, t), colour, {
        alpha: lerp(0.85, 0.45, t),
        glow: 0.9,
        taper: 0.8,
      });
    }
  }
}

/** A paved waterfront with a railing and lamps along the lower edge. */
export function quay(stage: Stage): void {
  const { unit, width, height, horizon } = stage;
  const random = stage.random('quay');
  const edge = lerp(horizon, height, random.between(0.66, 0.74));
  const wet = stage.has('rain', 'storm', 'night');
  const stone = mix(rgb('8d8a88'), stage.palette.haze, 0.15);
  if (stage.palette.lit) glints(stage, edge);
  if (wet)
    stage.items.push({
      type: 'water',
      paths: [box(0, edge, width, height - edge)],
      top: edge,
      rough: 0.3,
      seed: random.int(1, 60_000),
    });
  fill(stage, box(-4, edge, width + 8, height - edge + 8), stone, {
    light: down(edge, 0.75, height, 0.45),
    alpha: wet ? 0.7 : 1,
    grain: 'rock',
  });
  fill(stage, box(-4, edge, width + 8, unit * 0.016), stone, { light: flat(0.95), ink: 0.4 });
  for (let u = -2.4; u <= 2.4; u += 0.3)
    line(
      stage,
      [width / 2 + u * unit * 0.35, edge + unit * 0.016, width / 2 + u * unit, height],
      unit * 0.0025,
      mix(stone, rgb('30343c'), 0.5),
      { alpha: 0.6 },
    );
  for (const t of [0.12, 0.32, 0.65]) {
    const y = lerp(edge, height, t);
    line(stage, [0, y, width, y], unit * 0.0025, mix(stone, rgb('30343c'), 0.5), { alpha: 0.5 });
  }
  const iron = rgb('2c3038');
  const rail = unit * 0.075;
  for (const k of [1, 0.55]) {
    const y = edge - rail * k + unit * 0.01;
    line(stage, [-4, y, width + 4, y], unit * (k === 1 ? 0.007 : 0.004), iron);
  }
  for (let x = unit * random.between(0, 0.06); x < width; x += unit * 0.065)
    line(stage, [x, edge + unit * 0.01, x, edge - rail], unit * 0.0045, iron);
  const gap = unit * 0.42;
  for (let x = gap * random.between(0.25, 0.6); x < width; x += gap)
    lamp(stage, x, edge + unit * 0.03, unit * 0.3, 0);
}
