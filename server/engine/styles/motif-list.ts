import { rgb } from '../paint/colour.ts';
import { balloon } from '../scene/balloons.ts';
import { sailboat } from '../scene/boats.ts';
import { cactus } from '../scene/cactus.ts';
import { castle } from '../scene/castle.ts';
import { church } from '../scene/church.ts';
import { cat } from '../scene/cat.ts';
import { tent } from '../scene/tent.ts';
import { house } from '../scene/house.ts';
import { leafTree } from '../scene/leaf-tree.ts';
import { lighthouse } from '../scene/lighthouse.ts';
import { palm } from '../scene/palm.ts';
import { pine } from '../scene/pine.ts';
import type { Scene } from '../scene/scene.ts';
import { windmill } from '../scene/windmill.ts';
import type { Thing } from '../scene/words.ts';
import {
  bird,
  bloom,
  cloud,
  moon,
  type Motif,
  peak,
  rock,
  star,
  sun,
  wave,
} from './motif-shapes.ts';

const plant =
  (draw: typeof pine): Motif =>
  (stage, x, y, size) =>
    draw(stage, { x, y, size, far: 0 }, stage.random('plant'));

const MOTIFS: Partial<Record<Thing, Motif>> = {
  lighthouse: (stage, x, y, size) => lighthouse(stage, { x, y, size: size * 1.05 }),
  castle: (stage, x, y, size) => castle(stage, { x, y, size: size * 0.95 }),
  windmill: (stage, x, y, size) => windmill(stage, { x, y, size: size * 0.9 }),
  church: (stage, x, y, size) => church(stage, { x, y, size: size * 0.8 }, stage.random('church')),
  house: (stage, x, y, size) => house(stage, { x, y, size: size * 0.75 }, stage.random('house')),
  village: (stage, x, y, size) => house(stage, { x, y, size: size * 0.75 }, stage.random('house')),
  city: (stage, x, y, size) => church(stage, { x, y, size: size * 0.8 }, stage.random('church')),
  tent: (stage, x, y, size) => tent(stage, { x: x + size * 0.1, y, size: size * 0.7 }),
  cat: (stage, x, y, size) => cat(stage, { x, y, size: size * 0.85 }),
  balloon: (stage, x, y, size) =>
    balloon(stage, x, y - size * 0.55, size * 0.33, 0, [
      stage.coat('balloon', rgb('d8403a')),
      rgb('f7ead2'),
    ]),
  boat: (stage, x, y, size) => sailboat(stage, x, y, size * 0.8, 0, 'boat'),
  ship: (stage, x, y, size) => sailboat(stage, x, y, size * 0.8, 0, 'boat'),
  pine: plant(pine),
  forest: plant(pine),
  trees: plant(leafTree),
  autumn: plant(leafTree),
  spring: plant(leafTree),
  palm: plant(palm),
  beach: plant(palm),
  island: plant(palm),
  cactus: plant(cactus),
  desert: plant(cactus),
  mountains: peak,
  hills: plant(leafTree),
  meadow: bloom,
  flowers: bloom,
  cliff: rock,
  sea: wave,
  lake: wave,
  river: wave,
  clouds: cloud,
  birds: bird,
  stars: star,
  moon,
  crescent: moon,
  sun,
  winter: star,
};

/** The scene's motifs, each once; never empty. */
export function motifsOf(scene: Scene): Motif[] {
  const list = [...new Set([...scene.things].flatMap((thing) => MOTIFS[thing] ?? []))];
  return list.length > 0 ? list : [star, wave];
}
