import { rgb } from '../paint/colour.ts';
import { cosine, lerp, sine } from '../paint/maths.ts';
import { curve, ellipse } from '../paint/outline.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A loose flock of birds. */
export function birds(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('birds');
  const x = stage.x(random.between(0.18, 0.42));
  const y = horizon * random.between(0.35, 0.6);
  for (let i = 0; i < 8; i++) {
    const s = unit * random.between(0.012, 0.03);
    const bx = x + unit * random.between(-0.16, 0.16);
    const by = y + unit * random.between(-0.09, 0.09);
    const dip = s * random.between(0.25, 0.55);
    line(
      stage,
      curve([
        bx - s,
        by - dip * 0.4,
        bx - s * 0.5,
        by - dip,
        bx,
        by,
        bx + s * 0.5,
        by - dip,
        bx + s,
        by - dip * 0.4,
      ]),
      s * 0.16,
      rgb('2a3140'),
      { taper: 0.75, far: 0.18 },
    );
  }
}

type Silk = readonly [band: string, gap: string];

const SILKS: readonly [Silk, ...Silk[]] = [
  ['d8403a', 'f7ead2'],
  ['2f7f8f', 'f2b84b'],
  ['7c4bb0', 'f4a3b5'],
  ['e8892f', 'f8e3a8'],
];

/** Hot-air balloons, one of them near. */
export function balloons(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('balloons');
  const places = [
    [0.62, 0.72, 0.05, 0.4],
    [0.24, 0.5, 0.075, 0.22],
    [0.46, 0.4, 0.15, 0],
  ] as const;
  for (const [share, height, r, far] of places) {
    const x = stage.x(share + random.between(-0.06, 0.06));
    balloon(stage, x, horizon * height, unit * r, far, random.pick(SILKS));
  }
}

export function balloon(
  stage: Stage,
  x: number,
  y: number,
  r: number,
  far: number,
  silk: Silk,
): void {
  const edge = (u: number): number[] => {
    const path: number[] = [];
    for (let i = 0; i <= 20; i++) {
      const t = i / 20;
      const half =
        t < 0.62
          ? sine(t * 0.403)
          : lerp(1, 0.2, (t - 0.62) / 0.38) * (1 + 0.16 * sine((t - 0.62) * 1.3));
      path.push(x + r * u * half, y - r + r * 2.35 * t);
    }
    return path;
  };
  const gores = 7;
  const at = (i: number): number => -cosine((i / gores) * 0.5);
  for (let i = 0; i < gores; i++) {
    const left = edge(at(i));
    const right = edge(at(i + 1));
    const path = [...left];
    for (let k = right.length - 2; k >= 0; k -= 2) path.push(right[k] ?? 0, right[k + 1] ?? 0);
    fill(stage, path, rgb(i % 2 ? silk[1] : silk[0]), {
      far,
      light: { kind: 'ball', x, y, r: r * 1.15 },
      ink: 0.4,
    });
  }
  const low = y + r * 1.35;
  for (const u of [-0.17, 0.17])
    line(
      stage,
      [x + r * u, low, x + r * u * 0.8, low + r * 0.3],
      Math.max(1, r * 0.02),
      rgb('4a3626'),
      { far },
    );
  fill(
    stage,
    [
      x - r * 0.16,
      low + r * 0.3,
      x + r * 0.16,
      low + r * 0.3,
      x + r * 0.13,
      low + r * 0.52,
      x - r * 0.13,
      low + r * 0.52,
    ],
    rgb('8a5a34'),
    { far, light: flat(0.7), ink: 0.5 },
  );
}

/** Falling rain or snow, near drops larger. */
export function fallingWeather(stage: Stage): void {
  const { unit, width, height } = stage;
  const area = (width * height) / (unit * unit);
  if (stage.has('rain', 'storm')) {
    const random = stage.random('rain');
    for (let i = 0; i < 240 * area; i++) {
      const x = random.next() * width * 1.1;
      const y = random.next() * height;
      const reach = unit * random.between(0.018, 0.055);
      line(stage, [x, y, x - reach * 0.22, y + reach], unit * 0.0016, rgb('dce8f2'), {
        alpha: random.between(0.14, 0.42),
        taper: 0.6,
      });
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

/** Bursts of sparks over the horizon. */
export function fireworks(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('fireworks');
  for (let i = 0; i < 5; i++) {
    const x = stage.x(random.between(0.12, 0.88));
    const y = horizon * random.between(0.18, 0.6);
    const r = unit * random.between(0.08, 0.16);
    const colour = rgb(random.pick(['ff6b6b', 'ffd166', '6bd5ff', 'c792ff', '8dffb0']));
    stage.items.push({ type: 'halo', x, y, r: r * 1.5, colour, strength: 0.4 });
    for (let k = 0; k < 26; k++) {
      const turn = k / 26 + random.between(-0.01, 0.01);
      const from = r * random.between(0.2, 0.35);
      const to = r * random.between(0.8, 1.05);
      line(
        stage,
        [
          x + cosine(turn) * from,
          y - sine(turn) * from,
          x + cosine(turn) * to,
          y - sine(turn) * to + r * 0.1,
        ],
        unit * 0.0035,
        colour,
        { glow: 1, taper: 0.7 },
      );
    }
  }
}
