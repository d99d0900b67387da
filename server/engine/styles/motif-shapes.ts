import { mix, rgb } from '../paint/colour.ts';
import { cosine, sine } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import { flower } from '../scene/flowers.ts';
import { boulder } from '../scene/rocks.ts';
import { fill, line, type Stage } from '../scene/stage.ts';

/** Three lines of ripples. */
export const wave: Motif = (stage, x, y, size) => {
  for (const [i, dy] of [0, 0.2, 0.4].entries()) {
    const path: number[] = [];
    for (let k = 0; k <= 24; k++)
      path.push(
        x + size * (k / 24 - 0.5) * (1 - i * 0.14),
        y - size * (0.16 + dy) + sine(k / 8 + i * 0.3) * size * 0.05,
      );
    line(stage, path, size * 0.05, mix(rgb('ffffff'), stage.palette.glare, 0.2), { taper: 0.4 });
  }
};

/** A small cloud. */
export const cloud: Motif = (stage, x, y, size) => {
  const heap = (dx: number, dy: number, r: number): number[] =>
    ellipse(x + dx * size, y - size * 0.25 + dy * size, r * size, r * size * 0.9);
  fill(
    stage,
    [heap(-0.26, 0.03, 0.15), heap(0, -0.06, 0.22), heap(0.26, 0.02, 0.16)],
    rgb('dfe8f2'),
    { light: { kind: 'flat', value: 0.9 } },
  );
  fill(
    stage,
    [heap(-0.25, 0, 0.12), heap(-0.01, -0.1, 0.18), heap(0.25, -0.02, 0.12)],
    rgb('ffffff'),
    { light: { kind: 'flat', value: 1 } },
  );
};

/** A five-pointed star. */
export const star: Motif = (stage, x, y, size) => {
  const path: number[] = [];
  for (let i = 0; i < 10; i++) {
    const r = size * (i % 2 ? 0.12 : 0.28);
    path.push(x + sine(i / 10) * r, y - size * 0.35 - cosine(i / 10) * r);
  }
  fill(stage, path, rgb('ffd977'), { light: { kind: 'flat', value: 1 } });
};

/** A sun with rays. */
export const sun: Motif = (stage, x, y, size) => {
  const cy = y - size * 0.38;
  for (let i = 0; i < 12; i++) {
    const dx = sine(i / 12);
    const dy = cosine(i / 12);
    line(
      stage,
      [x + dx * size * 0.25, cy + dy * size * 0.25, x + dx * size * 0.36, cy + dy * size * 0.36],
      size * 0.035,
      rgb('ffc558'),
    );
  }
  fill(stage, ellipse(x, cy, size * 0.19, size * 0.19), rgb('ffd56b'), {
    light: { kind: 'flat', value: 1 },
  });
};

/** A crescent. */
export const moon: Motif = (stage, x, y, size) => {
  const path: number[] = [];
  const cy = y - size * 0.38;
  const r = size * 0.27;
  for (let i = 0; i <= 30; i++)
    path.push(
      x + r * Math.sqrt(Math.max(0, 1 - (i / 15 - 1) * (i / 15 - 1))),
      cy + r * (i / 15 - 1),
    );
  for (let i = 30; i >= 0; i--)
    path.push(
      x + r * 0.4 * Math.sqrt(Math.max(0, 1 - (i / 15 - 1) * (i / 15 - 1))),
      cy + r * (i / 15 - 1),
    );
  fill(stage, path, rgb('fff0c2'), { light: { kind: 'flat', value: 1 } });
};

/** A mountain with a white top. */
export const peak: Motif = (stage, x, y, size) => {
  const top = y - size * 0.72;
  fill(stage, [x, top, x - size * 0.48, y, x + size * 0.48, y], rgb('7d8ea6'), {
    light: { kind: 'flat', value: 0.9 },
  });
  fill(stage, [x, top, x + size * 0.08, y - size * 0.3, x, y, x + size * 0.48, y], rgb('596a86'), {
    light: { kind: 'flat', value: 0.7 },
  });
  fill(
    stage,
    [
      x,
      top,
      x - size * 0.17,
      y - size * 0.47,
      x - size * 0.06,
      y - size * 0.4,
      x,
      y - size * 0.5,
      x + size * 0.08,
      y - size * 0.38,
      x + size * 0.17,
      y - size * 0.47,
    ],
    rgb('ffffff'),
    { light: { kind: 'flat', value: 1 } },
  );
};

/** A bird on the wing. */
export const bird: Motif = (stage, x, y, size) =>
  line(
    stage,
    [
      x - size * 0.34,
      y - size * 0.34,
      x - size * 0.17,
      y - size * 0.46,
      x,
      y - size * 0.3,
      x + size * 0.17,
      y - size * 0.46,
      x + size * 0.34,
      y - size * 0.34,
    ],
    size * 0.06,
    rgb('28324a'),
    { taper: 0.7 },
  );

/** A boulder. */
export const rock: Motif = (stage, x, y, size) => boulder(stage, x, y, size * 0.34, 'rock');

/** A single flower on its stem. */
export const bloom: Motif = (stage, x, y, size) => {
  line(stage, [x, y, x, y - size * 0.4], size * 0.04, rgb('3f7a48'));
  flower(
    stage,
    x,
    y - size * 0.5,
    size * 0.24,
    stage.coat(
      'flowers',
      rgb(stage.random('bloom').pick(['e8483f', 'f2b632', 'f7f2ea', 'ef7fa8'])),
    ),
    0,
    stage.random('petal'),
  );
};

/** Draws one motif with its foot at a point. */
export type Motif = (stage: Stage, x: number, y: number, size: number) => void;
