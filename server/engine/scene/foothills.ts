import { mix } from '../paint/colour.ts';
import { below, ridge } from './ground.ts';
import { down, fill, type Stage } from './stage.ts';

/** Dark woods along the foot of a mountain. */
export function foothills(stage: Stage, base: number): void {
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
