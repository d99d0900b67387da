import { mix, rgb } from '../paint/colour.ts';
import { between, curve } from '../paint/outline.ts';
import { fill, flat, type Stage } from './stage.ts';

/** White water and boulders along the foot of the rock. */
export function foam(stage: Stage, feet: { x: number; y: number }[], foot: number): void {
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
