import { rgb } from '../paint/colour.ts';
import { cosine, sine } from '../paint/maths.ts';
import { line, type Stage } from './stage.ts';

/** Bursts of sparks over the horizon. */
export function fireworks(stage: Stage): void {
  const { unit, horizon } = stage;
  const random = stage.random('fireworks');
  for (let i = 0; i < 5; i++) {
    const x = stage.x(random.between(0.12, 0.88));
    const y = horizon * random.between(0.18, 0.6);
    const r = unit * random.between(0.08, 0.16);
    const colour = rgb(random.pick(['ff6b6b', 'ffd166', '6bd5ff', 'c792ff', '8dffb0']));
    stage.items.push({ type: 'halo', x, y, r: r * 1.5, colour, strength: 0.4 });
    for (let k = 0; k < 26; k++) {
      const turn = k / 26 + random.between(-0.01, 0.01);
      const from = r * random.between(0.2, 0.35);
      const to = r * random.between(0.8, 1.05);
      line(
        stage,
        [
          x + cosine(turn) * from,
          y - sine(turn) * from,
          x + cosine(turn) * to,
          y - sine(turn) * to + r * 0.1,
        ],
        unit * 0.0035,
        colour,
        { glow: 1, taper: 0.7 },
      );
    }
  }
}
