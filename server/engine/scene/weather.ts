import { rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import { fill, line, type Stage } from './stage.ts';

/** Falling rain or snow, near drops larger. */
function fallingWeather(stage: Stage): void {
  const { unit, width, height } = stage;
  const area = (width * height) / (unit * unit);
  if (stage.has('rain', 'storm')) {
    const random = stage.random('rain');
    for (let i = 0; i < 420 * area; i++) {
      const near = random.next() * random.next();
      const x = random.next() * width * 1.1;
      const y = random.next() * height * 1.05 - unit * 0.05;
      const reach = unit * lerp(0.03, 0.12, near) * random.between(0.8, 1.2);
      line(
        stage,
        [x, y, x - reach * 0.22, y + reach],
        unit * lerp(0.0019, 0.0036, near),
        rgb('e6eff6'),
        { alpha: lerp(0.34, 0.7, near), taper: 0.8, glow: 0.55 },
      );
    }
  }
  if (stage.has('winter')) {
    const random = stage.random('snowfall');
    for (let i = 0; i < 150 * area; i++) {
      const r = unit * lerp(0.0014, 0.006, random.next() * random.next());
      fill(stage, ellipse(random.next() * width, random.next() * height, r, r), rgb('ffffff'), {
        alpha: random.between(0.45, 0.9),
        ink: 0,
        glow: 0.6,
      });
    }
  }
}

/** A forked bolt out of the clouds. */
export function lightning(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('lightning');
  const x = stage.x(random.between(0.15, 0.35));
  const path: number[] = [];
  let bx = x;
  for (let i = 0; i <= 9; i++) {
    path.push(bx, lerp(horizon * 0.2, horizon, i / 9));
    bx += unit * random.between(-0.04, 0.04);
    if (i === 4 || i === 6) {
      const y = lerp(horizon * 0.2, horizon, i / 9);
      const way = random.chance(0.5) ? 1 : -1;
      const px = path.at(-2) ?? bx;
      line(
        stage,
        [px, y, px + way * unit * 0.04, y + unit * 0.05, px + way * unit * 0.05, y + unit * 0.1],
        unit * 0.004,
        rgb('eef2ff'),
        { glow: 1, taper: 0.5 },
      );
    }
  }
  stage.items.push({
    type: 'halo',
    x,
    y: horizon * 0.5,
    r: unit * 0.4,
    colour: rgb('a9b8ff'),
    strength: 0.5,
  });
  line(stage, path, unit * 0.007, rgb('ffffff'), { glow: 1, taper: 0.35 });
}

/** Mist, rain and snow, whichever the scene has. */
export function weather(stage: Stage): void {
  const { horizon, unit, height } = stage;
  const random = stage.random('mist');
  if (stage.has('fog')) {
    for (const [t, strength] of [
      [-0.1, 0.5],
      [0.12, 0.62],
      [0.5, 0.5],
    ] as const) {
      stage.items.push({
        type: 'mist',
        y: horizon + (height - horizon) * t,
        reach: unit * 0.16,
        strength,
        seed: random.int(1, 60_000),
      });
    }
  }
  fallingWeather(stage);
}
