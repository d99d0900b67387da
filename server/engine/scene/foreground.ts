import { mix, rgb } from '../paint/colour.ts';
import { lerp, sine } from '../paint/maths.ts';
import { between, ellipse } from '../paint/outline.ts';
import { groundShadow, soil } from './ground.ts';
import type { Free } from './land.ts';
import { boulder } from './rocks.ts';
import type { Spot } from './spot.ts';
import { down, fill, flat, line, type Stage } from './stage.ts';

/** A trodden way from a door to the viewer; returns how far a point is from its edge, in pixels. */
export function track(stage: Stage, { x, y }: Spot): (x: number, y: number) => number {
  const { unit, height, palette } = stage;
  const random = stage.random('track');
  const end = stage.x(random.between(0.3, 0.5));
  const bend = unit * random.between(0.03, 0.07) * stage.side;
  const middle = (t: number): number =>
    lerp(x, end, t * (0.4 + 0.6 * t)) + bend * sine(t * 0.85) * (0.35 + t);
  const half = (t: number): number => unit * lerp(0.014, 0.085, t * t);
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24;
    const wave = unit * random.between(-0.004, 0.004) * (0.3 + t);
    left.push(middle(t) - half(t) + wave, lerp(y, height + 4, t));
    right.push(middle(t) + half(t) + wave, lerp(y, height + 4, t));
  }
  const tone = mix(palette.sand, rgb('8d7355'), stage.has('winter') ? 0.1 : 0.45);
  fill(stage, between(left, right), mix(tone, soil(stage).colour, 0.3), {
    light: down(y, 0.85, height, 0.45),
    grain: 'sand',
    ink: 0.35,
  });
  return (px, py) => {
    const t = (py - y) / (height - y);
    return t < 0 ? unit : Math.abs(px - middle(t)) - half(t);
  };
}

/** Bushes, stones and long grass in the lower corners, which frame the view. */
export function foreground(stage: Stage, free: Free): void {
  const { unit, width, height } = stage;
  const random = stage.random('foreground');
  for (const way of [-1, 1]) {
    const corner = way < 0 ? 0 : width;
    for (let i = 0; i < 4; i++) {
      const t = (i + random.next()) / 4;
      const x = corner - way * unit * lerp(0.3, -0.02, t);
      const y = height - unit * lerp(0.015, 0.1, t) * random.between(0.6, 1.1);
      const r = unit * lerp(0.035, 0.1, t) * random.between(0.8, 1.2);
      const stone = random.chance(stage.has('desert', 'dunes') ? 0.7 : 0.3);
      if (!free(x, y, r * 1.4)) continue;
      if (stone) boulder(stage, x, y, r * 0.5, `stone ${way} ${i}`);
      else bush(stage, x, y, r, `bush ${way} ${i}`);
    }
  }
}

function bush(stage: Stage, x: number, y: number, r: number, topic: string): void {
  const { palette, unit } = stage;
  const random = stage.random(topic);
  const snowy = stage.has('winter');
  const green = mix(
    palette.leaf,
    random.chance(0.5) ? palette.pine : palette.grass,
    random.between(0.2, 0.7),
  );
  const dry = stage.has('desert', 'dunes');
  const tone = snowy ? rgb('e4ecf2') : dry ? mix(palette.sand, rgb('7d8a55'), 0.6) : green;
  const heaps = Array.from({ length: 7 }, (_, i) => {
    const u = i / 3 - 1;
    const dome = 1 - u * u * 0.75;
    return {
      x: x + u * r * 1.05,
      y: y - r * (0.12 + 0.5 * dome * random.between(0.6, 1)),
      r: r * random.between(0.3, 0.44) * (0.6 + 0.4 * dome),
    };
  }).toSorted((a, b) => a.y - b.y);
  groundShadow(stage, x, y + r * 0.05, r * 2);
  const ground = (path: number[]): number[] =>
    path.map((value, i) => (i % 2 && value > y ? y + (value - y) * 0.35 : value));
  fill(
    stage,
    heaps.map((heap) => ground(ellipse(heap.x, heap.y + r * 0.12, heap.r * 1.08, heap.r * 1.1))),
    mix(tone, rgb('1d3540'), 0.4),
    { grain: 'leaf', light: flat(0.3) },
  );
  for (const heap of heaps)
    fill(stage, ground(ellipse(heap.x, heap.y, heap.r, heap.r * 0.9)), tone, {
      grain: snowy ? 'snow' : 'leaf',
      ink: 0,
      light: { kind: 'ball', x: heap.x, y: heap.y - heap.r * 0.1, r: heap.r * 1.1 },
    });
  const blade = snowy || dry ? rgb('b9a984') : mix(palette.grass, rgb('3e6b3c'), 0.4);
  for (let i = 0; i < 15; i++) {
    const bx = x + r * random.between(-1.3, 1.3);
    const tall = r * random.between(0.25, 0.7);
    const lean = tall * random.between(-0.5, 0.5);
    line(
      stage,
      [bx, y + unit * 0.006, bx + lean * 0.3, y - tall * 0.6, bx + lean, y - tall],
      Math.max(1, r * 0.035),
      blade,
      { taper: 0.7 },
    );
  }
}
