import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import type { Random } from '../paint/random.ts';
import type { Plant } from './plant.ts';
import { fill, flat, type Stage } from './stage.ts';

/** A fir in tiers, snowy in winter. */
export function pine(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const { palette } = stage;
  const tone = mix(
    stage.coat('trees', palette.pine),
    rgb(random.chance(0.5) ? '1f4a44' : '5b7f4a'),
    random.between(0, 0.35),
  );
  fill(
    stage,
    [
      x - size * 0.03,
      y,
      x - size * 0.02,
      y - size * 0.2,
      x + size * 0.02,
      y - size * 0.2,
      x + size * 0.03,
      y,
    ],
    rgb('5a4030'),
    { far, ink: 0.3, light: flat(0.5) },
  );
  const tiers = 5;
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers;
    const low = y - size * lerp(0.12, 0.78, t);
    const top = y - size * lerp(0.46, 1, (i + 1) / tiers);
    const half = size * lerp(0.25, 0.085, t) * random.between(0.92, 1.08);
    const lit = palette.from;
    const skirt = [
      x - half,
      low,
      x - half * 0.62,
      low - size * 0.012,
      x - half * 0.34,
      low + size * 0.02,
      x,
      low - size * 0.006,
      x + half * 0.34,
      low + size * 0.02,
      x + half * 0.62,
      low - size * 0.012,
      x + half,
      low,
    ];
    fill(
      stage,
      [
        x,
        top,
        ...skirt
          .slice()
          .reduceRight<number[]>(
            (out, _, k) => (k % 2 ? out : [...out, skirt[k] ?? 0, skirt[k + 1] ?? 0]),
            [],
          ),
      ],
      tone,
      {
        far,
        grain: 'leaf',
        ink: 0.5,
        light: {
          kind: 'ramp',
          x0: x - half,
          y0: low,
          from: lit < 0 ? 0.95 : 0.2,
          x1: x + half,
          y1: low,
          to: lit < 0 ? 0.2 : 0.95,
        },
      },
    );
    if (stage.has('winter')) {
      fill(
        stage,
        [
          x,
          top,
          x + half * 0.45,
          lerp(top, low, 0.5),
          x + half * 0.12,
          lerp(top, low, 0.42),
          x - half * 0.1,
          lerp(top, low, 0.62),
          x - half * 0.5,
          lerp(top, low, 0.52),
        ],
        rgb('f7fafd'),
        { far, ink: 0, light: flat(0.92) },
      );
    }
  }
}
