import { castle } from './castle.ts';
import { church } from './church.ts';
import { cat } from './cat.ts';
import { tent } from './tent.ts';
import { groundShadow } from './ground.ts';
import { house } from './house.ts';
import { lighthouse } from './lighthouse.ts';
import { palm } from './palm.ts';
import { boulder } from './rocks.ts';
import type { Spot } from './spot.ts';
import type { Stage } from './stage.ts';
import { tree } from './trees.ts';
import { windmill } from './windmill.ts';
import type { Thing } from './words.ts';

const GUESTS: readonly Thing[] = [
  'lighthouse',
  'castle',
  'windmill',
  'church',
  'house',
  'tent',
  'cat',
];

/** How many of the spots the things that stand on the ground take. */
export const guests = (stage: Stage): number => GUESTS.filter((thing) => stage.has(thing)).length;

/** Puts the things that stand on the ground on the spots, the most important on the best. */
export function standing(stage: Stage, spots: Spot[]): void {
  const queue = [...spots];
  const put = (draw: (spot: Spot) => void, share = 1): void => {
    const spot = queue.shift();
    if (!spot) return;
    if (!stage.has('cliff')) groundShadow(stage, spot.x, spot.y, spot.size * 0.4);
    draw({ ...spot, size: spot.size * share });
  };
  if (stage.has('lighthouse')) put((spot) => lighthouse(stage, spot), stage.has('cliff') ? 1 : 1.2);
  if (stage.has('castle')) put((spot) => castle(stage, spot));
  if (stage.has('windmill')) put((spot) => windmill(stage, spot));
  if (stage.has('church')) put((spot) => church(stage, spot, stage.random('church')), 0.8);
  if (
    stage.has('house') ||
    (stage.has('lighthouse') && stage.has('cliff') && stage.random('keeper').chance(0.6))
  ) {
    put((spot) => house(stage, spot, stage.random('house')), stage.has('lighthouse') ? 0.5 : 0.75);
  }
  if (stage.has('tent')) put((spot) => tent(stage, spot), 0.6);
  if (stage.has('cat')) put((spot) => cat(stage, spot), 0.9);
  if (stage.has('palm', 'beach', 'island') && !stage.has('lighthouse')) {
    for (const [i, spot] of queue.splice(0, 3).entries()) {
      palm(
        stage,
        { x: spot.x, y: spot.y, size: spot.size * 1.1, far: 0 },
        stage.random(`palm ${i}`),
      );
    }
  } else if (stage.has('cliff') && (stage.has('trees', 'pine') || guests(stage) === 0)) {
    for (const [i, spot] of queue.splice(0, 2).entries())
      tree(stage, { ...spot, far: 0 }, stage.random(`top ${i}`));
  }
  if (stage.has('beach')) {
    const random = stage.random('pebbles');
    for (let i = 0; i < 4; i++)
      boulder(
        stage,
        stage.x(random.between(0.05, 0.6)),
        stage.height - stage.unit * random.between(0.03, 0.14),
        stage.unit * random.between(0.012, 0.03),
        `pebble ${i}`,
      );
  }
}
