import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import type { Free } from './land.ts';
import { fill, flat, line, type Stage } from './stage.ts';

const PETALS = ['e8483f', 'f2b632', 'f7f2ea', 'b86fd1', 'ef7fa8', '5f86e0'] as const;

/** Flowers and grass blades, larger towards the viewer. */
export function flowers(stage: Stage, top: number, free: Free): void {
  const { unit, width, height, palette } = stage;
  const random = stage.random('flowers');
  const bloom = (): Rgb => stage.coat('flowers', rgb(random.pick(PETALS)));
  const blooms = [bloom(), bloom(), bloom()] as const;
  const depth = (height - top) / unit;
  const count = Math.round(3600 * depth * depth * (width / unit));
  const places = Array.from({ length: count }, () => ({
    x: random.next() * width,
    t: random.next(),
  })).toSorted((a, b) => a.t - b.t);
  for (const { x, t } of places) {
    const y = lerp(top, height + unit * 0.02, t);
    if (!free(x, y, 0)) continue;
    const r = unit * lerp(0.0035, 0.02, t * t);
    const stem = r * random.between(2, 4.5);
    const lean = random.between(-0.6, 0.6) * r;
    line(
      stage,
      [x, y, x + lean, y - stem],
      Math.max(1, r * 0.22),
      mix(palette.grass, rgb('2f5a35'), 0.55),
      { far: 0.25 * (1 - t) },
    );
    flower(stage, x + lean, y - stem, r, random.pick(blooms), 0.25 * (1 - t), random);
  }
}

/** A four-petalled flower without its stem; `r` is half its width. */
export function flower(
  stage: Stage,
  x: number,
  y: number,
  r: number,
  colour: Rgb,
  far: number,
  random: Random,
): void {
  const round = random.between(0.75, 1);
  fill(
    stage,
    [
      ellipse(x - r * 0.5, y, r * 0.6, r * 0.5 * round),
      ellipse(x + r * 0.5, y, r * 0.6, r * 0.5 * round),
      ellipse(x, y - r * 0.45, r * 0.5, r * 0.55),
      ellipse(x, y + r * 0.4, r * 0.5, r * 0.5 * round),
    ],
    colour,
    { far, light: { kind: 'ball', x, y, r: r * 1.3 }, ink: r > stage.unit * 0.008 ? 0.4 : 0 },
  );
  fill(stage, ellipse(x, y, r * 0.3, r * 0.26), rgb('f7cf4f'), { far, light: flat(0.9), ink: 0 });
}
