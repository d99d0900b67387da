import { mix } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { skyline } from './city.ts';
import { below, type Ridge, ridge, soil } from './ground.ts';
import { mountains } from './mountains.ts';
import { down, fill, type Stage } from './stage.ts';
import { volcano } from './volcano.ts';

/** Paints what lies behind the horizon. */
export function paintBack(stage: Stage): void {
  const { horizon, unit, palette } = stage;
  const base = horizon + unit * 0.01;
  if (stage.has('mountains')) mountains(stage, base);
  if (stage.has('volcano')) volcano(stage, base);
  if (stage.has('hills', 'meadow', 'forest', 'village') && !stage.has('mountains', 'volcano')) {
    for (const [i, far] of [0.62, 0.48].entries()) {
      const top = base - unit * lerp(0.1, 0.05, i);
      const hill = ridge(stage, `far hill ${i}`, top, unit * 0.05, unit * 0.5);
      fill(
        stage,
        below(stage, hill, unit / 70, base + unit * 0.1),
        mix(soil(stage).colour, palette.pine, 0.5),
        {
          far,
          grain: 'leaf',
          light: down(top - unit * 0.05, 0.9, base, 0.4),
        },
      );
    }
  }
  if (stage.has('sea') && stage.random('coast').chance(0.75)) farCoast(stage);
  if (stage.has('city')) skyline(stage, base);
}

function farCoast(stage: Stage): void {
  const { horizon, unit, palette, width } = stage;
  const line = ridge(stage, 'far coast', horizon - unit * 0.012, unit * 0.03, unit * 0.3);
  const start = stage.random('far coast').between(0.1, 0.45);
  const coast: Ridge = (x) => {
    const t = (stage.side > 0 ? 1 - x / width : x / width) - start;
    return t < 0 ? horizon + 2 : Math.min(horizon + 1, lerp(horizon, line(x), Math.min(1, t * 5)));
  };
  fill(stage, below(stage, coast, unit / 80, horizon + 2), mix(palette.pine, palette.rock, 0.5), {
    far: 0.66,
    ink: 0.4,
    light: down(horizon - unit * 0.06, 0.8, horizon, 0.4),
  });
}
