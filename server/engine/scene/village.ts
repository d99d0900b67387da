import { lerp } from '../paint/maths.ts';
import { house } from './house.ts';
import type { Stage } from './stage.ts';

/** A huddle of houses along a ridge. */
export function village(
  stage: Stage,
  ground: (x: number) => number,
  from: number,
  to: number,
): void {
  const { unit } = stage;
  const random = stage.random('village');
  const places = Array.from({ length: 8 }, (_, i) => ({
    share: lerp(from, to, (i + random.between(0.1, 0.9)) / 8),
    drop: random.between(0, 0.07),
  })).toSorted((a, b) => a.drop - b.drop);
  for (const { share, drop } of places) {
    const x = stage.x(share);
    house(
      stage,
      { x, y: ground(x) + unit * (0.012 + drop), size: unit * (0.085 + drop * 0.45) },
      random,
      0.12 - drop,
    );
  }
}
