import { mix, rgb } from '../paint/colour.ts';
import type { Random } from '../paint/random.ts';
import type { Plant } from './plant.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A saguaro with two arms. */
export function cactus(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const green = mix(rgb('4c8257'), rgb('7d9a58'), random.next() * 0.5);
  const r = size * 0.075;
  const stem = (cx: number, low: number, top: number, half: number): void => {
    fill(
      stage,
      [
        cx - half,
        low,
        cx - half,
        top + half,
        cx - half * 0.7,
        top + half * 0.3,
        cx,
        top,
        cx + half * 0.7,
        top + half * 0.3,
        cx + half,
        top + half,
        cx + half,
        low,
      ],
      green,
      {
        far,
        light: {
          kind: 'tube',
          top: [cx - half, cx + half, top],
          bottom: [cx - half, cx + half, low],
        },
      },
    );
    for (const u of [-0.4, 0.3])
      line(stage, [cx + half * u, top + half, cx + half * u, low], size * 0.008, rgb('24503c'), {
        far,
        alpha: 0.6,
      });
  };
  for (const way of [-1, 1]) {
    const low = y - size * random.between(0.36, 0.52);
    const arm = x + way * r * 3.1;
    fill(
      stage,
      [
        x,
        low - r * 0.75,
        arm + way * r * 0.7,
        low - r * 0.75,
        arm + way * r * 0.4,
        low + r * 0.6,
        x,
        low + r * 0.75,
      ],
      green,
      { far, light: flat(0.45) },
    );
    stem(arm, low, low - size * random.between(0.2, 0.32), r * 0.75);
  }
  stem(x, y, y - size, r);
}
