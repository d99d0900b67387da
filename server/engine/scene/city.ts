import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box } from '../paint/outline.ts';
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
