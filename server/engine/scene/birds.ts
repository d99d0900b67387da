import { rgb } from '../paint/colour.ts';
import { curve } from '../paint/outline.ts';
import { line, type Stage } from './stage.ts';

/** A loose flock of birds. */
export function birds(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('birds');
  const x = stage.x(random.between(0.18, 0.42));
  const y = horizon * random.between(0.35, 0.6);
  for (let i = 0; i < 8; i++) {
    const s = unit * random.between(0.012, 0.03);
    const bx = x + unit * random.between(-0.16, 0.16);
    const by = y + unit * random.between(-0.09, 0.09);
    const dip = s * random.between(0.25, 0.55);
    line(
      stage,
      curve([
        bx - s,
        by - dip * 0.4,
        bx - s * 0.5,
        by - dip,
        bx,
        by,
        bx + s * 0.5,
        by - dip,
        bx + s,
        by - dip * 0.4,
      ]),
      s * 0.16,
      stage.coat('birds', rgb('2a3140')),
      { taper: 0.75, far: 0.18 },
    );
  }
}
