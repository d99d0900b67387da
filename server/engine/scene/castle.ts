import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { box } from '../paint/outline.ts';
import { pane } from './house.ts';
import type { Spot } from './spot.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A castle: a curtain wall, a gate and towers with pointed roofs. */
export function castle(stage: Stage, { x, y, size }: Spot): void {
  const random = stage.random('castle');
  const stone = stage.coat('castle', mix(rgb('cfc4b2'), rgb('a9adb6'), random.next()));
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
