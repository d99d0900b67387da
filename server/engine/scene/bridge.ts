import { rgb } from '../paint/colour.ts';
import { between, box } from '../paint/outline.ts';
import type { Crossing } from './sea.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A stone bridge of arches from side to side of open water. */
export function bridge(stage: Stage): void {
  const { unit, width, horizon } = stage;
  const deck = horizon - unit * 0.035;
  const foot = deck + unit * 0.115;
  const stone = stage.coat('bridge', rgb('b9a893'));
  const arches = Math.max(3, Math.round(width / (unit * 0.3)));
  const span = width / arches;
  const path: number[] = [-4, deck, width + 4, deck, width + 4, foot];
  for (let i = arches - 1; i >= 0; i--) {
    const cx = (i + 0.5) * span;
    const r = span * 0.38;
    path.push(cx + r, foot);
    for (let k = 0; k <= 16; k++) {
      const u = 1 - k / 8;
      path.push(cx + r * u, foot - (foot - deck - unit * 0.03) * Math.sqrt(Math.max(0, 1 - u * u)));
    }
    path.push(cx - r, foot);
  }
  path.push(-4, foot);
  fill(stage, path, stone, {
    light: { kind: 'ramp', x0: 0, y0: deck, from: 0.95, x1: 0, y1: foot, to: 0.35 },
    grain: 'rock',
    far: 0.06,
  });
  fill(stage, box(-4, deck - unit * 0.022, width + 8, unit * 0.026), stone, {
    light: flat(1),
    far: 0.06,
  });
  for (let i = 0; i <= arches * 2; i++) {
    const x = (i * span) / 2;
    line(stage, [x, deck - unit * 0.02, x, deck - unit * 0.075], unit * 0.005, rgb('3b3a40'));
    const lit = stage.palette.lit;
    fill(
      stage,
      box(x - unit * 0.006, deck - unit * 0.088, unit * 0.012, unit * 0.015),
      lit ? rgb('ffe0a0') : rgb('d9d4c4'),
      { glow: lit ? 1 : 0, ink: 0.4 },
    );
    if (lit)
      stage.items.push({
        type: 'halo',
        x,
        y: deck - unit * 0.08,
        r: unit * 0.06,
        colour: rgb('ffcf80'),
        strength: 0.45,
      });
  }
}

const arc = (u: number): number => 1 - u * u;

/** A humpbacked stone bridge over a river. */
export function footbridge(stage: Stage, { x, y, half }: Crossing): void {
  const { unit } = stage;
  const reach = half * 1.15 + unit * 0.1;
  const rise = half * 0.35 + unit * 0.075;
  const stone = stage.coat('bridge', rgb('b9a893'));
  const deck: number[] = [];
  const vault: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i <= 24; i++) {
    const u = i / 12 - 1;
    const inner = Math.min(1, Math.abs(u) * 1.45);
    deck.push(x + reach * u, y - unit * 0.02 - rise * arc(u));
    wall.push(x + reach * u, y - unit * 0.048 - rise * arc(u));
    vault.push(
      x + reach * u,
      y + unit * 0.02 - (rise - unit * 0.012) * Math.sqrt(1 - inner * inner),
    );
  }
  fill(stage, between(deck, vault), stone, {
    light: { kind: 'ramp', x0: 0, y0: y - rise, from: 0.9, x1: 0, y1: y, to: 0.35 },
    grain: 'rock',
  });
  fill(stage, between(wall, deck), stone, { light: flat(1), grain: 'rock' });
  for (const u of [-0.6, -0.35, 0, 0.35, 0.6]) {
    const top = y - unit * 0.05 - rise * arc(u);
    fill(
      stage,
      box(x + reach * u - unit * 0.008, top - unit * 0.012, unit * 0.016, unit * 0.04),
      stone,
      {
        light: flat(0.75),
        ink: 0.4,
      },
    );
  }
}
