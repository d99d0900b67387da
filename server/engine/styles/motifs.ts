import { type Rgb, rgb } from '../paint/colour.ts';
import { strokeOf } from '../paint/outline.ts';
import { createRandom, hash } from '../paint/random.ts';
import type { Path } from '../paint/raster.ts';
import { lightAt } from '../render/surface.ts';
import type { Item, Picture } from '../scene/picture.ts';
import type { Scene } from '../scene/scene.ts';
import { createStage, type Stage } from '../scene/stage.ts';
import { motifsOf } from './motif-list.ts';

/** One piece of a motif in one colour. */
interface Part {
  readonly paths: readonly Path[];
  readonly colour: Rgb;
  readonly alpha: number;
}

/** A motif as flat pieces, back to front. */
export type Stamp = readonly Part[];

/** Motifs spread evenly over a surface whose opposite edges meet. */
export function placeMotifs(scene: Scene, picture: Picture, seed: number): Stamp[] {
  const { width, height, unit } = picture;
  const random = createRandom(hash('motifs', seed));
  const motifs = motifsOf(scene);
  const columns = Math.max(3, Math.round((width / unit) * 4));
  const rows = Math.max(2, Math.round((height / unit) * 2) * 2);
  const stamps: Stamp[] = [];
  const first = random.int(0, 7);
  const shift = Math.max(1, motifs.length >> 1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x =
        ((column + (row % 2 ? 0.5 : 0)) / columns) * width +
        random.between(-0.08, 0.08) * (width / columns);
      const y = ((row + 0.75) / rows) * height + random.between(-0.08, 0.08) * (height / rows);
      const draw = motifs[(first + column + row * shift) % motifs.length];
      if (!draw) continue;
      const size = Math.min(width / columns, height / rows) * random.between(0.92, 1.1);
      const stage = motifStage(scene, picture, hash(`${row} ${column}`, seed));
      draw(stage, x, y, size);
      stamps.push(stampOf(stage.items, picture));
    }
  }
  return stamps;
}

/** A stage whose only content is one motif, in even daylight. */
function motifStage(scene: Scene, picture: Picture, seed: number): Stage {
  const { width, height, palette } = picture;
  const even = { ...palette, sun: rgb('ffffff'), shade: rgb('8d93b0'), lit: false, from: -1 };
  return createStage({
    scene: { ...scene, time: 'day' },
    palette: even,
    width,
    height,
    horizon: height * 0.5,
    side: 1,
    seed,
  });
}

function stampOf(items: readonly Item[], picture: Picture): Stamp {
  return items.flatMap((item): Part[] => {
    if (item.type === 'line')
      return [
        {
          paths: strokeOf(item.path, Math.max(1, item.width), false, item.taper),
          colour: item.colour,
          alpha: item.alpha,
        },
      ];
    if (item.type !== 'fill') return [];
    const { light, colour, alpha } = item;
    const middle = middleOf(item.paths);
    const level =
      light.kind === 'flat'
        ? light.value
        : light.kind === 'ramp'
          ? (light.from + light.to) / 2
          : lightAt(light, { ...picture.palette, from: -1 })(middle[0], middle[1]);
    const k = 0.62 + 0.4 * level;
    return [
      {
        paths: item.paths,
        colour: [colour[0] * k, colour[1] * k, colour[2] * (k * 0.96 + 0.04)],
        alpha,
      },
    ];
  });
}

function middleOf(paths: readonly Path[]): [number, number] {
  const path = paths[0] ?? [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < path.length; i += 2) {
    x += path[i] ?? 0;
    y += path[i + 1] ?? 0;
  }
  return [(x * 2) / Math.max(1, path.length), (y * 2) / Math.max(1, path.length)];
}
