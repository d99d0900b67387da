import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box, ellipse } from '../paint/outline.ts';
import type { Spot } from './cliff.ts';
import type { Light } from './picture.ts';
import { fill, flat, line, type Stage } from './stage.ts';

const COATS = [
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
  const [white, band] = random.pick(COATS);
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
      rgb(i % 2 ? white : band),
      { light: tube(t0, t1), ink: 0.7 },
    );
  }
  openings(stage, spot, topY, half);
  lantern(stage, spot, topY, neck, rgb(band));
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

function lantern(
  stage: Stage,
  { x, size }: Spot,
  topY: number,
  neck: number,
  coat: readonly [number, number, number],
): void {
  const metal = mix(coat, rgb('2a2c33'), 0.45);
  const wide = neck * 1.62;
  const upright = (r: number): Light => ({
    kind: 'tube',
    top: [x - r, x + r, 0],
    bottom: [x - r, x + r, 1],
  });
  const deck = topY - size * 0.012;
  fill(
    stage,
    [x - neck, topY + size * 0.012, x - wide, deck, x + wide, deck, x + neck, topY + size * 0.012],
    metal,
    { light: upright(wide) },
  );
  fill(
    stage,
    box(x - wide * 1.04, deck - size * 0.014, wide * 2.08, size * 0.016),
    mix(metal, rgb('ffffff'), 0.2),
    { light: upright(wide) },
  );
  const rail = deck - size * 0.058;
  const room = neck * 0.74;
  const glassTop = deck - size * 0.128;
  fill(stage, box(x - room, glassTop, room * 2, deck - size * 0.012 - glassTop), rgb('ffe9ad'), {
    glow: 0.95,
    ink: 0.6,
  });
  fill(stage, ellipse(x, (glassTop + deck) / 2, room * 0.42, size * 0.034), rgb('fffdf0'), {
    glow: 1,
    ink: 0,
  });
  for (const u of [-1, -0.5, 0, 0.5, 1]) {
    line(stage, [x + room * u, glassTop, x + room * u, deck - size * 0.012], size * 0.0062, metal);
  }
  const bar = size * 0.006;
  line(stage, [x - wide, rail, x + wide, rail], bar, metal);
  line(stage, [x - wide, rail + size * 0.024, x + wide, rail + size * 0.024], bar * 0.6, metal);
  for (let i = 0; i <= 8; i++) {
    const px = x - wide + (wide * i) / 4;
    line(stage, [px, rail, px, deck - size * 0.012], bar * 0.75, metal);
  }
  const dome: number[] = [];
  const r = room * 1.22;
  const peak = glassTop - size * 0.082;
  for (let i = 0; i <= 16; i++) {
    const u = -1 + i / 8;
    dome.push(
      x + r * u,
      lerp(glassTop, peak, Math.sqrt(Math.max(0, 1 - u * u)) * 0.6 + 0.4 * (1 - Math.abs(u))),
    );
  }
  const lamp = (glassTop + deck) / 2;
  beams(stage, x, lamp, size);
  fill(stage, dome, coat, { light: upright(r) });
  fill(stage, box(x - r * 1.05, glassTop - size * 0.004, r * 2.1, size * 0.012), metal, {
    light: upright(r),
  });
  line(stage, [x, peak, x, peak - size * 0.055], size * 0.007, metal);
  fill(stage, ellipse(x, peak - size * 0.006, size * 0.011, size * 0.011), metal, { ink: 0.3 });
}

function beams(stage: Stage, x: number, y: number, size: number): void {
  const dark = stage.scene.time === 'night' || stage.palette.lit;
  const strength = dark ? 0.62 : stage.scene.time === 'dawn' ? 0.34 : 0.16;
  const colour = rgb('ffeeb8');
  const tilt = stage.random('beam').between(0.08, 0.2);
  const norm = Math.sqrt(1 + tilt * tilt);
  const reach = size * 2.4;
  for (const way of [-1, 1]) {
    const far = way === -stage.side;
    stage.items.push({
      type: 'beam',
      x,
      y,
      dx: way / norm,
      dy: (far ? -tilt : -tilt * 0.5) / norm,
      reach: far ? reach : reach * 0.7,
      spread: 0.15,
      colour,
      strength: far ? strength : strength * 0.7,
    });
  }
  stage.items.push({
    type: 'halo',
    x,
    y,
    r: size * (dark ? 0.36 : 0.2),
    colour: rgb('ffe2a0'),
    strength: dark ? 0.85 : 0.35,
  });
}
