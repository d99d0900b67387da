import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { between, ellipse } from '../paint/outline.ts';
import { below, ridge } from './ground.ts';
import { boulder } from './rocks.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** A wooded wall of rock behind the land with water falling over it to a river's source. */
export function waterfall(stage: Stage, source: { x: number; y: number }): void {
  const { unit, palette, width } = stage;
  const random = stage.random('waterfall');
  const foot = source.y + unit * 0.03;
  const top = foot - unit * random.between(0.36, 0.42);
  const wide = unit * random.between(0.055, 0.075);
  const wave = ridge(stage, 'brink', top, unit * 0.035, unit * 0.3);
  const brink = (x: number): number => {
    const away = Math.abs(x - source.x) / unit;
    return wave(x) + unit * 0.03 * Math.max(0, 1 - away * 8) + unit * 0.16 * away * away;
  };
  fill(stage, below(stage, brink, unit / 70, foot), mix(palette.rock, rgb('5a625f'), 0.4), {
    light: down(top, 0.75, foot, 0.2),
    far: 0.16,
    grain: 'rock',
  });
  for (let x = -unit * 0.02; x < width; x += unit * random.between(0.025, 0.06)) {
    const head = brink(x) + unit * random.between(0.02, 0.1);
    const lean = unit * random.between(-0.012, 0.012);
    line(
      stage,
      [x, head, x + lean, lerp(head, foot, 0.5), x - lean, foot],
      unit * 0.004,
      rgb('2c3234'),
      {
        alpha: 0.4,
        taper: 0.6,
        far: 0.16,
      },
    );
  }
  for (let x = 0; x < width + unit * 0.04; x += unit * random.between(0.018, 0.032)) {
    const r = unit * random.between(0.022, 0.038);
    const y = brink(x) + r * random.between(0, 0.5);
    if (Math.abs(x - source.x) < wide + r * 0.6) continue;
    fill(stage, ellipse(x, y, r * 1.1, r), mix(palette.leaf, palette.pine, random.next()), {
      far: 0.14,
      grain: 'leaf',
      ink: 0.3,
      light: { kind: 'ball', x, y, r: r * 1.2 },
    });
  }
  sheet(stage, source.x, brink(source.x), foot, wide);
}

/** The falling water, its strands, and the spray where it lands. */
function sheet(stage: Stage, x: number, top: number, foot: number, wide: number): void {
  const { unit, palette } = stage;
  const random = stage.random('sheet');
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = i / 10;
    const half = wide * lerp(0.8, 1.2, t);
    left.push(x - half + unit * random.between(-0.004, 0.004), lerp(top, foot, t));
    right.push(x + half + unit * random.between(-0.004, 0.004), lerp(top, foot, t));
  }
  fill(stage, between(left, right), rgb('e4f1f6'), { light: down(top, 1, foot, 0.7), far: 0.06 });
  for (let i = 0; i < 14; i++) {
    const sx = x + wide * random.between(-0.85, 0.85);
    const from = lerp(top, foot, random.between(0, 0.5));
    const spread = (sx - x) * 0.25;
    line(
      stage,
      [sx, from, sx + spread, lerp(from, foot, random.between(0.5, 1))],
      unit * random.between(0.003, 0.007),
      mix(palette.deep, rgb('9cc4d6'), 0.65),
      { taper: 0.9, alpha: 0.6 },
    );
  }
  const seed = random.int(1, 60_000);
  const pool = ellipse(x, foot + unit * 0.012, wide * 2.6, unit * 0.032);
  stage.items.push({ type: 'water', paths: [pool], top: foot - unit * 0.02, rough: 0.3, seed });
  for (let i = 0; i < 9; i++) {
    const r = unit * random.between(0.012, 0.024);
    const sx = x + wide * random.between(-1.4, 1.4);
    fill(stage, ellipse(sx, foot - r * 0.2, r * 1.4, r), rgb('f6fbfd'), {
      alpha: 0.6,
      ink: 0,
      light: flat(0.95),
    });
  }
  for (const way of [-1, 1])
    boulder(stage, x + way * wide * 2.1, foot + unit * 0.02, unit * 0.026, `pool ${way}`);
}
