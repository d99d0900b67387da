import { type Rgb, rgb } from '../paint/colour.ts';
import { cosine, lerp, sine } from '../paint/maths.ts';
import { fill, flat, line, type Stage } from './stage.ts';

type Dyes = readonly [band: string, gap: string];

type Silk = readonly [band: Rgb, gap: Rgb];

const SILKS: readonly [Dyes, ...Dyes[]] = [
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
    [0.86, 0.26, 0.026, 0.55],
    [0.12, 0.82, 0.032, 0.5],
    [0.62, 0.72, 0.05, 0.4],
    [0.24, 0.5, 0.075, 0.22],
    [0.46, 0.4, 0.15, 0],
  ] as const;
  for (const [share, height, r, far] of places) {
    const x = stage.x(share + random.between(-0.06, 0.06));
    const [band, gap] = random.pick(SILKS);
    const cream = stage.scene.coats.has('balloon') ? 'f7ead2' : gap;
    balloon(stage, x, horizon * height, unit * r, far, [
      stage.coat('balloon', rgb(band)),
      rgb(cream),
    ]);
  }
}

/** A balloon of seven gores with its basket; `r` is the radius of the silk. */
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
    fill(stage, path, i % 2 ? silk[1] : silk[0], {
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
