import { rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { lantern } from './lantern.ts';
import type { Light } from './picture.ts';
import type { Spot } from './spot.ts';
import { fill, flat, type Stage } from './stage.ts';

const BANDS = [
  ['f6f1e7', 'c8352e'],
  ['f6f1e7', 'c8352e'],
  ['f6f1e7', 'c8352e'],
  ['f4f1ea', '24466f'],
  ['f4f1ea', '30343c'],
] as const;

/** A tapered, banded tower with a gallery, a lantern room, a dome and its beam. */
export function lighthouse(stage: Stage, spot: Spot): void {
  const random = stage.random('lighthouse');
  const { x, y, size } = spot;
  const [light, dark] = random.pick(BANDS);
  const white = rgb(light);
  const band = stage.coat('lighthouse', rgb(dark));
  const foot = size * 0.118;
  const neck = size * 0.074;
  const topY = y - size * 0.72;
  const half = (t: number): number => lerp(foot, neck, t * (1.25 - 0.25 * t));
  const tube = (t0: number, t1: number): Light => ({
    kind: 'tube',
    top: [x - half(t1), x + half(t1), lerp(y, topY, t1)],
    bottom: [x - half(t0), x + half(t0), lerp(y, topY, t0)],
  });
  fill(
    stage,
    [
      x - foot * 1.3,
      y + size * 0.02,
      x - foot * 1.22,
      y - size * 0.025,
      x + foot * 1.22,
      y - size * 0.025,
      x + foot * 1.3,
      y + size * 0.02,
    ],
    rgb('b9b2a6'),
    {
      light: {
        kind: 'tube',
        top: [x - foot * 1.3, x + foot * 1.3, y - size],
        bottom: [x - foot * 1.3, x + foot * 1.3, y],
      },
    },
  );
  const bands = random.pick([5, 7] as const);
  for (let i = 0; i < bands; i++) {
    const t0 = i / bands;
    const t1 = (i + 1) / bands;
    fill(
      stage,
      ring(x, half, (t) => lerp(y, topY, t), t0, t1),
      i % 2 ? white : band,
      { light: tube(t0, t1), ink: 0.7 },
    );
  }
  openings(stage, spot, topY, half);
  lantern(stage, spot, topY, neck, band);
}

/** One band of the tower; its edges bow as a ring does when seen from below. */
function ring(
  x: number,
  half: (t: number) => number,
  height: (t: number) => number,
  t0: number,
  t1: number,
): number[] {
  const path: number[] = [];
  const edge = (t: number, from: number, to: number): void => {
    for (let i = 0; i <= 10; i++) {
      const u = lerp(from, to, i / 10);
      path.push(x + half(t) * u, height(t) + half(t) * (t - 0.25) * -0.28 * (1 - u * u));
    }
  };
  edge(t0, -1, 1);
  for (let i = 1; i < 4; i++) path.push(x + half(lerp(t0, t1, i / 4)), height(lerp(t0, t1, i / 4)));
  edge(t1, 1, -1);
  for (let i = 3; i > 0; i--) path.push(x - half(lerp(t0, t1, i / 4)), height(lerp(t0, t1, i / 4)));
  return path;
}

function openings(
  stage: Stage,
  { x, y, size }: Spot,
  topY: number,
  half: (t: number) => number,
): void {
  const lit = stage.palette.lit;
  const w = size * 0.024;
  for (const t of [0.3, 0.52, 0.74]) {
    const wy = lerp(y, topY, t);
    const wx = x + half(t) * (t === 0.52 ? 0.3 : -0.22);
    const arch = [
      wx - w * 0.6,
      wy + w,
      wx - w * 0.6,
      wy - w * 0.5,
      wx - w * 0.3,
      wy - w,
      wx + w * 0.3,
      wy - w,
      wx + w * 0.6,
      wy - w * 0.5,
      wx + w * 0.6,
      wy + w,
    ];
    fill(stage, arch, lit ? rgb('ffd27a') : rgb('2d3a4a'), { glow: lit ? 0.95 : 0, ink: 0.5 });
  }
  const d = size * 0.036;
  fill(
    stage,
    [
      x - d,
      y - size * 0.022,
      x - d,
      y - d * 3,
      x - d * 0.5,
      y - d * 3.6,
      x + d * 0.5,
      y - d * 3.6,
      x + d,
      y - d * 3,
      x + d,
      y - size * 0.022,
    ],
    rgb('5a3b2e'),
    { light: flat(0.6), ink: 0.6 },
  );
}
