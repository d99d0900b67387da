import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { foothills } from './foothills.ts';
import { mountain } from './mountain.ts';
import type { Stage } from './stage.ts';

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
    const tone = stage.coat('mountains', mix(palette.rock, rgb('566a86'), 0.5 - t * 0.2));
    for (let x = -gap * random.next(); x < width + gap; x += gap * random.between(0.55, 1.05)) {
      const y = base - tall * random.between(0.55, 1.1);
      const half = (base - y) * random.between(0.95, 1.25);
      const peak = { x, y, left: x - half, right: x + half * random.between(0.9, 1.15) };
      mountain(stage, peak, base + unit * 0.02, tone, far, `peak ${i} ${Math.round(x)}`);
    }
  }
  foothills(stage, base);
}
