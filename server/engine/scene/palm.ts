import { mix, rgb } from '../paint/colour.ts';
import { cosine, lerp, sine } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import type { Plant } from './plant.ts';
import { fill, flat, type Stage } from './stage.ts';

/** A palm: a bent trunk and drooping fronds. */
export function palm(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const bend = random.between(0.1, 0.24) * size * (random.chance(0.5) ? 1 : -1);
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = i / 10;
    const w = size * lerp(0.034, 0.018, t) * (i % 2 ? 1.12 : 1);
    left.push(x + bend * t * t - w, y - size * 0.82 * t);
    right.push(x + bend * t * t + w, y - size * 0.82 * t);
  }
  const path = [...left];
  for (let i = right.length - 2; i >= 0; i -= 2) path.push(right[i] ?? 0, right[i + 1] ?? 0);
  fill(stage, path, rgb('8a6a4a'), {
    far,
    light: {
      kind: 'ramp',
      x0: x - size * 0.04,
      y0: 0,
      from: stage.palette.from < 0 ? 1 : 0.3,
      x1: x + bend + size * 0.04,
      y1: 0,
      to: stage.palette.from < 0 ? 0.3 : 1,
    },
  });
  const cx = x + bend;
  const cy = y - size * 0.82;
  const green = mix(stage.palette.leaf, rgb('2f8a52'), 0.5);
  const angles = [0.5, 0, 0.43, 0.07, 0.36, 0.14, 0.3, 0.2, 0.55, -0.05];
  angles.forEach((turn, i) => {
    const a = turn + random.between(-0.02, 0.02);
    const reach = size * random.between(0.36, 0.44);
    const upper: number[] = [];
    const lower: number[] = [];
    for (let k = 0; k <= 8; k++) {
      const t = k / 8;
      const px = cx + cosine(a) * reach * t;
      const py = cy - sine(a) * reach * t * 0.8 + size * 0.26 * t * t;
      const w = size * 0.042 * (1 - (2 * t - 0.8) * (2 * t - 0.8) * 0.7) * (t < 1 ? 1 : 0);
      upper.push(px, py - Math.max(0, w) * 0.5);
      lower.push(px, py + Math.max(0, w) * (k % 2 ? 1.2 : 0.65));
    }
    const frond = [...upper];
    for (let k = lower.length - 2; k >= 0; k -= 2) frond.push(lower[k] ?? 0, lower[k + 1] ?? 0);
    fill(stage, frond, mix(green, rgb('16402f'), i < 4 ? 0.3 : 0), {
      far,
      grain: 'leaf',
      ink: 0.5,
      light: flat(i < 4 ? 0.35 : 0.9),
    });
  });
  for (const u of [-0.03, 0.03])
    fill(
      stage,
      ellipse(cx + size * u, cy + size * 0.03, size * 0.025, size * 0.028),
      rgb('6d4a2c'),
      {
        far,
        light: { kind: 'ball', x: cx + size * u, y: cy + size * 0.03, r: size * 0.028 },
        ink: 0.4,
      },
    );
}
