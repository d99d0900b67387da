import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { reversed } from '../paint/outline.ts';
import { down, fill, flat, type Stage } from './stage.ts';

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** One mountain: a rough outline, a side in shadow that zigzags down from the top, and snow. */
export function mountain(
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
