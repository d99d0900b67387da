import { clamp, lerp } from '../paint/maths.ts';
import { mix, rgb } from '../paint/colour.ts';
import { between, curve } from '../paint/outline.ts';
import { face, outlineOf } from './cliff-face.ts';
import { soil } from './ground.ts';
import { foam } from './rocks.ts';
import type { Spot } from './spot.ts';
import { down, fill, type Stage, line } from './stage.ts';

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
  const size = Math.min(unit * (height > width * 1.4 ? 0.6 : 0.44), crown - unit * 0.07);
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
  fill(stage, between(upper, curve(hem, 3)), colour, {
    light: down(top, 1, top + unit * 0.09, 0.42),
    grain,
    ink: 0.8,
  });
  for (let i = 0; i < 90; i++) {
    const at = random.between(0.4, xs.length - 1.01);
    const k = Math.floor(at);
    const x = lerp(xs[k] ?? 0, xs[k + 1] ?? 0, at - k);
    const y = lerp(tops[k] ?? 0, tops[k + 1] ?? 0, at - k) + unit * random.between(0.001, 0.012);
    const tall = unit * random.between(0.006, 0.016);
    const lean = random.between(-0.5, 0.5) * tall;
    line(
      stage,
      [x, y, x + lean * 0.4, y - tall * 0.6, x + lean, y - tall],
      unit * 0.0022,
      mix(colour, rgb('5d8a3e'), 0.35),
      {
        taper: 0.6,
      },
    );
  }
}
