import type { Random } from '../paint/random.ts';
import { leafTree } from './leaf-tree.ts';
import { palm } from './palm.ts';
import { pine } from './pine.ts';
import type { Plant } from './plant.ts';
import type { Stage } from './stage.ts';

/** The tree the words ask for. */
export function tree(stage: Stage, plant: Plant, random: Random): void {
  const leafy = stage.has('trees', 'autumn', 'spring');
  const kind = stage.has('palm')
    ? 'palm'
    : stage.has('pine') && !leafy
      ? 'pine'
      : leafy
        ? 'leaf'
        : random.chance(0.55)
          ? 'pine'
          : 'leaf';
  if (kind === 'palm') palm(stage, plant, random);
  else if (kind === 'pine') pine(stage, plant, random);
  else leafTree(stage, plant, random);
}
