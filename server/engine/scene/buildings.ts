import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { box } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import type { Spot } from './cliff.ts';
import { fill, flat, line, type Stage } from './stage.ts';

const WALLS = ['f4ead6', 'efe0c2', 'e6d3c0', 'dfe5e4', 'f6f0e6'] as const;
const ROOFS = ['b4472f', '9c3f33', '5b4a52', '7a4a33', '405a6b'] as const;

/** A lit or dark window with its cross. */
export function pane(
  stage: Stage,
  x: number,
  y: number,
  w: number,
  h: number,
  lit: boolean,
  far: number,
): void {
  fill(stage, box(x, y, w, h), lit ? rgb('ffd488') : rgb('37495c'), {
    glow: lit ? 0.95 : 0,
    far,
    ink: 0.4,
    light: flat(0.6),
  });
}

/** A gabled house seen from a corner: a lit gable wall, a long wall and a sloping roof. */
export function house(stage: Stage, { x, y, size }: Spot, random: Random, far = 0): void {
  const wall = rgb(random.pick(WALLS));
  const roof = stage.has('winter') ? rgb('f0f4f8') : rgb(random.pick(ROOFS));
  const lit = stage.palette.lit;
  const way = random.chance(0.5) ? 1 : -1;
  const g = size * 0.42;
  const l = size * 0.62;
  const h = size * 0.42;
  const peak = size * 0.36;
  const gx = (u: number): number => x + way * (u - (g + l) / 2);
  const bright = stage.palette.from === -way;
  fill(stage, [gx(g), y, gx(g), y - h, gx(g + l), y - h, gx(g + l), y], wall, {
    far,
    light: flat(bright ? 0.45 : 0.9),
  });
  fill(stage, [gx(0), y, gx(0), y - h, gx(g / 2), y - h - peak, gx(g), y - h, gx(g), y], wall, {
    far,
    light: flat(bright ? 1 : 0.4),
  });
  const eave = size * 0.05;
  const cx = gx(g + l * 0.66);
  fill(
    stage,
    box(cx - size * 0.045, y - h - peak * 1.22, size * 0.09, peak * 0.7),
    mix(wall, rgb('7d4436'), 0.6),
    { far, light: flat(0.6) },
  );
  fill(
    stage,
    [
      gx(g / 2),
      y - h - peak - eave * 0.4,
      gx(g + eave),
      y - h + eave,
      gx(g + l + eave),
      y - h + eave,
      gx(g / 2 + l + eave),
      y - h - peak - eave * 0.4,
    ],
    roof,
    { far, light: flat(bright ? 0.6 : 0.95) },
  );
  fill(
    stage,
    [
      gx(g / 2),
      y - h - peak - eave * 1.1,
      gx(-eave),
      y - h + eave * 0.6,
      gx(-eave * 0.2),
      y - h + eave * 0.9,
      gx(g / 2),
      y - h - peak + eave * 0.5,
      gx(g + eave * 0.2),
      y - h + eave * 0.9,
      gx(g + eave),
      y - h + eave * 0.6,
    ],
    mix(roof, rgb('1f1a22'), 0.2),
    { far, light: flat(0.8), ink: 0.4 },
  );
  const w = size * 0.11;
  const at = (u: number, up: number): void =>
    pane(stage, gx(u) - w / 2, y - up, w, w * 1.2, lit, far);
  at(g / 2, h + peak * 0.38);
  at(g + l * 0.24, h * 0.72);
  at(g + l * 0.76, h * 0.72);
  const d = size * 0.075;
  fill(stage, box(gx(g / 2) - d, y - h * 0.66, d * 2, h * 0.66), rgb('6b3f2c'), {
    far,
    light: flat(0.6),
    ink: 0.5,
  });
}

/** A church: a small nave and a spire. */
export function church(stage: Stage, { x, y, size }: Spot, random: Random): void {
  house(stage, { x: x + size * 0.16, y, size: size * 0.6 }, random);
  const w = size * 0.1;
  const tower = y - size * 0.58;
  fill(stage, box(x - size * 0.2 - w, tower, w * 2, size * 0.58), rgb('efe6d4'), {
    light: {
      kind: 'tube',
      top: [x - size * 0.2 - w, x - size * 0.2 + w, 0],
      bottom: [x - size * 0.2 - w, x - size * 0.2 + w, 1],
    },
  });
  const sx = x - size * 0.2;
  fill(stage, [sx - w * 1.15, tower, sx, y - size, sx + w * 1.15, tower], rgb('4f6470'), {
    light: { kind: 'tube', top: [sx - 1, sx + 1, y - size], bottom: [sx - w, sx + w, tower] },
  });
  line(stage, [sx, y - size * 0.98, sx, y - size * 1.08], size * 0.014, rgb('3b3430'));
  line(
    stage,
    [sx - w * 0.3, y - size * 1.045, sx + w * 0.3, y - size * 1.045],
    size * 0.014,
    rgb('3b3430'),
  );
  pane(stage, sx - w * 0.35, tower + size * 0.07, w * 0.7, size * 0.1, stage.palette.lit, 0);
}

/** A castle: a curtain wall, a gate and towers with pointed roofs. */
export function castle(stage: Stage, { x, y, size }: Spot): void {
  const random = stage.random('castle');
  const stone = mix(rgb('cfc4b2'), rgb('a9adb6'), random.next());
  const roof = rgb(random.pick(['3f5a80', '8c3b3b', '5b4a6e', '3d6b66']));
  const s = size;
  tower(stage, x + s * 0.02, y, s * 0.1, s * 0.92, stone, roof);
  tower(stage, x - s * 0.2, y, s * 0.075, s * 0.7, stone, roof);
  tower(stage, x + s * 0.24, y, s * 0.08, s * 0.62, stone, roof);
  battlement(stage, x - s * 0.36, x + s * 0.38, y, s * 0.32, stone);
  tower(stage, x - s * 0.4, y, s * 0.085, s * 0.5, stone, roof);
  tower(stage, x + s * 0.42, y, s * 0.09, s * 0.46, stone, roof);
  const g = s * 0.065;
  fill(
    stage,
    [
      x - g,
      y,
      x - g,
      y - s * 0.14,
      x - g * 0.6,
      y - s * 0.19,
      x,
      y - s * 0.21,
      x + g * 0.6,
      y - s * 0.19,
      x + g,
      y - s * 0.14,
      x + g,
      y,
    ],
    rgb('4a2f24'),
    { light: flat(0.5) },
  );
}

function battlement(
  stage: Stage,
  left: number,
  right: number,
  y: number,
  tall: number,
  stone: Rgb,
): void {
  const top = y - tall;
  const path: number[] = [left, y, left, top];
  const teeth = 9;
  const w = (right - left) / (teeth * 2 - 1);
  for (let i = 0; i < teeth; i++) {
    const x = left + i * 2 * w;
    path.push(x, top - w * 0.8, x + w, top - w * 0.8, x + w, top);
    if (i < teeth - 1) path.push(x + 2 * w, top);
  }
  path.push(right, y);
  fill(stage, path, stone, {
    light: {
      kind: 'ramp',
      x0: left,
      y0: 0,
      from: stage.palette.from < 0 ? 0.9 : 0.45,
      x1: right,
      y1: 0,
      to: stage.palette.from < 0 ? 0.45 : 0.9,
    },
  });
}

function tower(
  stage: Stage,
  x: number,
  y: number,
  half: number,
  tall: number,
  stone: Rgb,
  roof: Rgb,
): void {
  const top = y - tall * 0.7;
  const round = (
    r: number,
  ): { kind: 'tube'; top: [number, number, number]; bottom: [number, number, number] } => ({
    kind: 'tube',
    top: [x - r, x + r, 0],
    bottom: [x - r, x + r, 1],
  });
  fill(stage, box(x - half, top, half * 2, tall * 0.7), stone, { light: round(half) });
  fill(
    stage,
    box(x - half * 1.2, top - half * 0.35, half * 2.4, half * 0.4),
    mix(stone, rgb('ffffff'), 0.15),
    { light: round(half * 1.2) },
  );
  fill(
    stage,
    [x - half * 1.35, top - half * 0.3, x, y - tall, x + half * 1.35, top - half * 0.3],
    roof,
    {
      light: {
        kind: 'tube',
        top: [x - 1, x + 1, y - tall],
        bottom: [x - half * 1.35, x + half * 1.35, top],
      },
    },
  );
  line(stage, [x, y - tall * 0.99, x, y - tall - half * 0.9], half * 0.12, rgb('3a3036'));
  fill(
    stage,
    [x, y - tall - half * 0.9, x + half * 0.85, y - tall - half * 0.68, x, y - tall - half * 0.42],
    rgb('e0a83c'),
    { ink: 0.3 },
  );
  pane(stage, x - half * 0.2, top + tall * 0.1, half * 0.4, half * 0.75, stage.palette.lit, 0);
  pane(stage, x - half * 0.2, top + tall * 0.36, half * 0.4, half * 0.75, stage.palette.lit, 0);
}

/** A windmill with four latticed sails. */
export function windmill(stage: Stage, { x, y, size }: Spot): void {
  const random = stage.random('windmill');
  const foot = size * 0.16;
  const neck = size * 0.095;
  const top = y - size * 0.62;
  fill(stage, [x - foot, y, x - neck, top, x + neck, top, x + foot, y], rgb('efe5d2'), {
    light: { kind: 'tube', top: [x - neck, x + neck, top], bottom: [x - foot, x + foot, y] },
  });
  fill(
    stage,
    [
      x - neck * 1.2,
      top + size * 0.01,
      x - neck * 0.8,
      top - size * 0.09,
      x,
      top - size * 0.13,
      x + neck * 0.8,
      top - size * 0.09,
      x + neck * 1.2,
      top + size * 0.01,
    ],
    rgb('8c3f33'),
    { light: { kind: 'tube', top: [x - neck, x + neck, 0], bottom: [x - neck, x + neck, 1] } },
  );
  pane(stage, x - size * 0.025, y - size * 0.42, size * 0.05, size * 0.07, stage.palette.lit, 0);
  fill(stage, box(x - size * 0.04, y - size * 0.16, size * 0.08, size * 0.16), rgb('6b4330'), {
    light: flat(0.6),
  });
  const hub = top - size * 0.03;
  const tilt = random.between(0.15, 0.4);
  for (let i = 0; i < 4; i++) {
    const [ux, uy] = [
      [1, tilt],
      [-tilt, 1],
      [-1, -tilt],
      [tilt, -1],
    ][i] ?? [1, 0];
    const k = (size * 0.46) / Math.sqrt(1 + tilt * tilt);
    const dx = (ux ?? 0) * k;
    const dy = (uy ?? 0) * k;
    const w = 0.19;
    line(stage, [x, hub, x + dx, hub + dy], size * 0.016, rgb('5b4132'));
    fill(
      stage,
      [
        x + dx * 0.2,
        hub + dy * 0.2,
        x + dx,
        hub + dy,
        x + dx - dy * w,
        hub + dy + dx * w,
        x + dx * 0.2 - dy * w,
        hub + dy * 0.2 + dx * w,
      ],
      rgb('fbf4e4'),
      { light: flat(0.85), alpha: 0.96 },
    );
    for (let j = 1; j < 5; j++) {
      const t = 0.2 + 0.16 * j;
      line(
        stage,
        [x + dx * t, hub + dy * t, x + dx * t - dy * w, hub + dy * t + dx * w],
        size * 0.005,
        rgb('6b5140'),
      );
    }
  }
  fill(stage, box(x - size * 0.02, hub - size * 0.02, size * 0.04, size * 0.04), rgb('4a352a'), {
    ink: 0.4,
  });
}
