import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { ellipse, reversed } from '../paint/outline.ts';
import { below, ridge } from './ground.ts';
import { down, fill, flat, type Stage } from './stage.ts';

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** Ranges of mountains standing on `base`, far to near. */
export function mountains(stage: Stage, base: number): void {
  const random = stage.random('mountains');
  const { unit, width, palette } = stage;
  const ranges = 2 + random.int(0, 1);
  for (let i = 0; i < ranges; i++) {
    const t = ranges === 1 ? 1 : i / (ranges - 1);
    const far = lerp(0.68, 0.24, t);
    const tall =
      unit * lerp(0.2, 0.3, i === 0 ? 0.9 : random.next()) * (i === 0 ? 1.25 : 1 - t * 0.15);
    const gap = unit * lerp(0.34, 0.46, t);
    const tone = mix(palette.rock, rgb('566a86'), 0.5 - t * 0.2);
    for (let x = -gap * random.next(); x < width + gap; x += gap * random.between(0.55, 1.05)) {
      const y = base - tall * random.between(0.55, 1.1);
      const half = (base - y) * random.between(0.95, 1.25);
      const peak = { x, y, left: x - half, right: x + half * random.between(0.9, 1.15) };
      mountain(stage, peak, base + unit * 0.02, tone, far, `peak ${i} ${Math.round(x)}`);
    }
  }
  foothills(stage, base);
}

/** Dark woods along the foot of a mountain. */
function foothills(stage: Stage, base: number): void {
  const { unit, palette } = stage;
  const foot = ridge(stage, 'foot', base - unit * 0.015, unit * 0.018, unit * 0.22);
  fill(
    stage,
    below(stage, foot, unit / 80, base + unit * 0.08),
    mix(palette.pine, palette.rock, 0.25),
    {
      light: down(base - unit * 0.04, 0.7, base + unit * 0.04, 0.25),
      far: 0.3,
      grain: 'leaf',
    },
  );
}

/** One mountain: a rough outline, a side in shadow that zigzags down from the top, and snow. */
function mountain(
  stage: Stage,
  peak: Peak,
  base: number,
  tone: Rgb,
  far: number,
  topic: string,
): void {
  const random = stage.random(topic);
  const { palette } = stage;
  const slope = (toX: number, pieces: number): number[] => {
    const path: number[] = [];
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces;
      const wobble = (base - peak.y) * 0.05 * (random.next() - 0.5) * (t < 1 ? 1 : 0);
      path.push(lerp(peak.x, toX, t) + wobble, lerp(peak.y, base, t * (0.92 + 0.08 * t)) + wobble);
    }
    return path;
  };
  const left = slope(peak.left, 9);
  const right = slope(peak.right, 9);
  const outline = [peak.x, peak.y, ...right, ...reversed(left)];
  fill(stage, outline, tone, { light: down(peak.y, 1, base, 0.55), far, grain: 'rock', ink: 0.7 });
  const spine = zigzag(stage, peak, base, topic);
  const dark = palette.from > 0 ? left : right;
  const shadow = [peak.x, peak.y, ...dark, ...reversed(spine)];
  fill(stage, shadow, mix(tone, rgb('2f3d5c'), 0.25), {
    light: down(peak.y, 0.3, base, 0.15),
    far,
    grain: 'rock',
    ink: 0.3,
  });
  const cover = stage.has('winter') ? 0.75 : stage.has('desert') ? 0 : random.between(0.24, 0.42);
  if (cover > 0) snowCap(stage, peak, [left, right, spine], cover, far);
}

function zigzag(stage: Stage, peak: Peak, base: number, topic: string): number[] {
  const random = stage.random(`${topic} spine`);
  const path: number[] = [];
  let x = peak.x;
  for (let i = 1; i <= 8; i++) {
    const t = i / 8;
    x += (base - peak.y) * (i % 2 ? 0.07 : -0.045) * random.between(0.5, 1.4) * stage.palette.from;
    path.push(x, lerp(peak.y, base, t));
  }
  return path;
}

/** Snow down to a ragged line, bright on the lit side and blue in the shade. */
function snowCap(
  stage: Stage,
  peak: Peak,
  [left, right, spine]: readonly [number[], number[], number[]],
  cover: number,
  far: number,
): void {
  const limit = (path: readonly number[]): number[] =>
    path.slice(0, Math.max(2, Math.round((path.length / 2) * cover)) * 2);
  const spineTop = limit(spine);
  const [lit, dark] =
    stage.palette.from > 0 ? [limit(right), limit(left)] : [limit(left), limit(right)];
  const snow = rgb('f7f9fc');
  const side = (edge: readonly number[], tone: number): void => {
    const bottom: number[] = [];
    const ex = edge.at(-2) ?? 0;
    const ey = edge.at(-1) ?? 0;
    const sx = spineTop.at(-2) ?? 0;
    const sy = spineTop.at(-1) ?? 0;
    for (let i = 1; i < 6; i++) {
      const t = i / 6;
      const tooth = (i % 2 ? 0.16 : -0.1) * (ey - peak.y);
      bottom.push(lerp(ex, sx, t), lerp(ey, sy, t) + tooth);
    }
    fill(stage, [peak.x, peak.y, ...edge, ...bottom, ...reversed(spineTop)], snow, {
      light: flat(tone),
      far: far * 0.8,
      grain: 'snow',
      ink: 0.3,
    });
  };
  side(dark, 0.28);
  side(lit, 1);
}

/** A volcano with a lit crater and a plume. */
export function volcano(stage: Stage, base: number): void {
  const random = stage.random('volcano');
  const { unit, palette } = stage;
  const x = stage.x(random.between(0.4, 0.6));
  const top = base - unit * random.between(0.32, 0.38);
  const mouth = unit * 0.05;
  const half = unit * 0.42;
  const side = (way: number): number[] => {
    const path: number[] = [];
    for (let i = 0; i <= 10; i++) {
      const t = i / 10;
      path.push(x + way * lerp(mouth, half, t * (0.35 + 0.65 * t)), lerp(top, base, t));
    }
    return path;
  };
  for (let i = 0; i < 9; i++) {
    const t = i / 9;
    const r = unit * lerp(0.028, 0.085, t);
    const px = x + palette.from * -unit * 0.2 * t * t + random.between(-1, 1) * r * 0.4;
    const py = top - unit * 0.26 * t - unit * 0.01;
    fill(stage, ellipse(px, py, r, r), mix(rgb('4d4650'), rgb('a89a9c'), t), {
      light: { kind: 'ball', x: px, y: py, r },
      far: 0.2,
      alpha: 0.85,
      ink: 0.3,
    });
  }
  fill(stage, [...side(-1), ...reversed(side(1))], rgb('5d5054'), {
    light: { kind: 'tube', top: [x - mouth, x + mouth, top], bottom: [x - half, x + half, base] },
    far: 0.22,
    grain: 'rock',
  });
  const lava = rgb('ff6a21');
  fill(
    stage,
    [
      x - mouth,
      top,
      x + mouth,
      top,
      x + mouth * 0.7,
      top + unit * 0.018,
      x - mouth * 0.6,
      top + unit * 0.022,
    ],
    lava,
    { glow: 1 },
  );
  for (const way of [-0.5, 0.2, 0.75]) {
    const path: number[] = [];
    for (let i = 0; i <= 6; i++)
      path.push(
        x + mouth * way * (1 + i * 0.45) + random.between(-1, 1) * unit * 0.008,
        top + (base - top) * 0.11 * i,
      );
    stage.items.push({
      type: 'line',
      path,
      width: unit * 0.014,
      colour: lava,
      far: 0.05,
      glow: 1,
      alpha: 0.95,
      taper: 0.6,
    });
  }
  foothills(stage, base);
  stage.items.push({ type: 'halo', x, y: top, r: unit * 0.3, colour: lava, strength: 0.6 });
}
