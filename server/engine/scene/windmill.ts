import { rgb } from '../paint/colour.ts';
import { box } from '../paint/outline.ts';
import { pane } from './house.ts';
import type { Spot } from './spot.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A windmill with four latticed sails. */
export function windmill(stage: Stage, { x, y, size }: Spot): void {
  const random = stage.random('windmill');
  const foot = size * 0.16;
  const neck = size * 0.095;
  const top = y - size * 0.62;
  fill(
    stage,
    [x - foot, y, x - neck, top, x + neck, top, x + foot, y],
    stage.coat('windmill', rgb('efe5d2')),
    {
      light: { kind: 'tube', top: [x - neck, x + neck, top], bottom: [x - foot, x + foot, y] },
    },
  );
  fill(
    stage,
    [
      x - neck * 1.2,
      top + size * 0.01,
      x - neck * 0.8,
      top - size * 0.09,
      x,
      top - size * 0.13,
      x + neck * 0.8,
      top - size * 0.09,
      x + neck * 1.2,
      top + size * 0.01,
    ],
    rgb('8c3f33'),
    { light: { kind: 'tube', top: [x - neck, x + neck, 0], bottom: [x - neck, x + neck, 1] } },
  );
  pane(stage, x - size * 0.025, y - size * 0.42, size * 0.05, size * 0.07, stage.palette.lit, 0);
  fill(stage, box(x - size * 0.04, y - size * 0.16, size * 0.08, size * 0.16), rgb('6b4330'), {
    light: flat(0.6),
  });
  const hub = top - size * 0.03;
  const tilt = random.between(0.15, 0.4);
  for (let i = 0; i < 4; i++) {
    const [ux, uy] = [
      [1, tilt],
      [-tilt, 1],
      [-1, -tilt],
      [tilt, -1],
    ][i] ?? [1, 0];
    const k = (size * 0.46) / Math.sqrt(1 + tilt * tilt);
    const dx = (ux ?? 0) * k;
    const dy = (uy ?? 0) * k;
    const w = 0.19;
    line(stage, [x, hub, x + dx, hub + dy], size * 0.016, rgb('5b4132'));
    fill(
      stage,
      [
        x + dx * 0.2,
        hub + dy * 0.2,
        x + dx,
        hub + dy,
        x + dx - dy * w,
        hub + dy + dx * w,
        x + dx * 0.2 - dy * w,
        hub + dy * 0.2 + dx * w,
      ],
      rgb('fbf4e4'),
      { light: flat(0.85), alpha: 0.96 },
    );
    for (let j = 1; j < 5; j++) {
      const t = 0.2 + 0.16 * j;
      line(
        stage,
        [x + dx * t, hub + dy * t, x + dx * t - dy * w, hub + dy * t + dx * w],
        size * 0.005,
        rgb('6b5140'),
      );
    }
  }
  fill(stage, box(x - size * 0.02, hub - size * 0.02, size * 0.04, size * 0.04), rgb('4a352a'), {
    ink: 0.4,
  });
}
