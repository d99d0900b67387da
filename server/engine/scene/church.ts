import { rgb } from '../paint/colour.ts';
import { box } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import { house, pane } from './house.ts';
import type { Spot } from './spot.ts';
import { fill, line, type Stage } from './stage.ts';

/** A church: a small nave and a spire. */
export function church(stage: Stage, { x, y, size }: Spot, random: Random): void {
  house(stage, { x: x + size * 0.16, y, size: size * 0.6 }, random);
  const w = size * 0.1;
  const tower = y - size * 0.58;
  fill(
    stage,
    box(x - size * 0.2 - w, tower, w * 2, size * 0.58),
    stage.coat('church', rgb('efe6d4')),
    {
      light: {
        kind: 'tube',
        top: [x - size * 0.2 - w, x - size * 0.2 + w, 0],
        bottom: [x - size * 0.2 - w, x - size * 0.2 + w, 1],
      },
    },
  );
  const sx = x - size * 0.2;
  fill(stage, [sx - w * 1.15, tower, sx, y - size, sx + w * 1.15, tower], rgb('4f6470'), {
    light: { kind: 'tube', top: [sx - 1, sx + 1, y - size], bottom: [sx - w, sx + w, tower] },
  });
  line(stage, [sx, y - size * 0.98, sx, y - size * 1.08], size * 0.014, rgb('3b3430'));
  line(
    stage,
    [sx - w * 0.3, y - size * 1.045, sx + w * 0.3, y - size * 1.045],
    size * 0.014,
    rgb('3b3430'),
  );
  pane(stage, sx - w * 0.35, tower + size * 0.07, w * 0.7, size * 0.1, stage.palette.lit, 0);
}
