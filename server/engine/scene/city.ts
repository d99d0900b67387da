import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box } from '../paint/outline.ts';
import { house } from './buildings.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A skyline in three depths on `base`, with windows that light up at dusk. */
export function skyline(stage: Stage, base: number): void {
  const { unit, width, palette } = stage;
  const random = stage.random('city');
  const hearts = [stage.x(random.between(0.55, 0.7)), stage.x(random.between(0.2, 0.32))];
  for (const [row, far] of [0.55, 0.32, 0.1].entries()) {
    const wide = unit * lerp(0.06, 0.1, row / 2);
    for (let x = -wide * random.next(); x < width; ) {
      const w = wide * random.between(0.7, 1.35);
      const heart = Math.max(
        ...hearts.map((at) => 1 / (1 + ((x - at) / (unit * 0.22)) * ((x - at) / (unit * 0.22)))),
      );
      const tall =
        unit *
        lerp(0.3, 0.2, row / 2) *
        (0.4 + heart * random.between(0.6, 1.15)) *
        random.between(0.7, 1);
      const tone = mix(
        rgb(random.pick(['6d7f99', '8b7f86', '58687f', 'a08a7c', '7c93a3'])),
        palette.haze,
        0.1,
      );
      block(
        stage,
        x,
        base + unit * 0.012 * row,
        w,
        tall,
        far,
        tone,
        `block ${row} ${Math.round(x)}`,
      );
      x += w * random.between(0.92, 1.12);
    }
  }
}

function block(
  stage: Stage,
  x: number,
  y: number,
  w: number,
  tall: number,
  far: number,
  tone: readonly [number, number, number],
  topic: string,
): void {
  const random = stage.random(topic);
  const side = w * random.between(0.22, 0.36);
  const top = y - tall;
  const bright = stage.palette.from < 0;
  const split = bright ? x + w - side : x + side;
  fill(stage, box(x, top, w, tall), tone, { far, light: flat(bright ? 0.85 : 0.4) });
  fill(stage, box(split, top, x + w - split, tall), tone, {
    far,
    light: flat(bright ? 0.3 : 0.85),
    ink: 0.4,
  });
  const crown = random.int(0, 3);
  if (crown === 1)
    fill(stage, box(x + w * 0.2, top - w * 0.25, w * 0.6, w * 0.26), tone, {
      far,
      light: flat(0.6),
    });
  if (crown === 2)
    line(stage, [x + w * 0.5, top, x + w * 0.5, top - w * 0.9], w * 0.05, tone, { far });
  if (crown === 3)
    fill(stage, [x + w * 0.1, top, x + w * 0.5, top - w * 0.55, x + w * 0.9, top], tone, {
      far,
      light: flat(0.7),
    });
  if (far > 0.5) return;
  const columns = 4;
  const gap = w / (columns + 1);
  const rows = Math.min(16, Math.floor(tall / (gap * 1.15)) - 1);
  const lit: number[][] = [];
  const dark: number[][] = [];
  for (let r = 1; r <= rows; r++) {
    for (let c = 0; c < columns; c++) {
      const pane = box(
        x + gap * (c + 0.72),
        top + gap * 1.15 * r - gap * 0.4,
        gap * 0.52,
        gap * 0.6,
      );
      (stage.palette.lit && random.chance(0.48) ? lit : dark).push(pane);
    }
  }
  if (dark.length > 0)
    fill(stage, dark, mix(rgb('263447'), stage.palette.haze, 0.25), {
      far,
      ink: 0,
      light: flat(0.6),
      alpha: 0.75,
    });
  if (lit.length > 0)
    fill(stage, lit, rgb(random.pick(['ffd27a', 'ffe2a6', 'ffc25e'])), {
      far: far * 0.3,
      ink: 0,
      glow: 0.95,
    });
}

/** A huddle of houses along a ridge. */
export function village(
  stage: Stage,
  ground: (x: number) => number,
  from: number,
  to: number,
): void {
  const { unit } = stage;
  const random = stage.random('village');
  const places = Array.from({ length: 8 }, (_, i) => ({
    share: lerp(from, to, (i + random.between(0.1, 0.9)) / 8),
    drop: random.between(0, 0.07),
  })).toSorted((a, b) => a.drop - b.drop);
  for (const { share, drop } of places) {
    const x = stage.x(share);
    house(
      stage,
      { x, y: ground(x) + unit * (0.012 + drop), size: unit * (0.085 + drop * 0.45) },
      random,
      0.12 - drop,
    );
  }
}

/** A stone bridge of arches from side to side; over land it stands in the middle ground. */
export function bridge(stage: Stage, overLand: boolean): void {
  const { unit, width, horizon, height } = stage;
  const deck = overLand ? lerp(horizon, height, 0.12) : horizon - unit * 0.035;
  const foot = deck + unit * 0.115;
  const stone = rgb('b9a893');
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
