import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { clamp, length, sine } from '../paint/maths.ts';
import { createNoise } from '../paint/noise.ts';
import { createRandom, hash } from '../paint/random.ts';
import type { Palette } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import type { Thing } from '../scene/words.ts';

/** One square of the model: its height in blocks, its top and its sides. */
export interface Tile {
  readonly tall: number;
  readonly top: Rgb;
  readonly side: Rgb;
  readonly kind: 'water' | 'sand' | 'turf' | 'rock' | 'snow' | 'paving';
}

/** The model's squares, row by row from the far corner; their number varies with the seed. */
export interface Land {
  readonly size: number;
  at(i: number, j: number): Tile | undefined;
}

/** Lays out the scene as a square of blocks. */
export function createLand(scene: Scene, palette: Palette, seed: number): Land {
  const random = createRandom(hash('land', seed));
  const noise = createNoise(random, 64);
  const size = random.int(12, 19);
  const has = (...things: Thing[]): boolean => things.some((thing) => scene.things.has(thing));
  const open = has('sea', 'lake');
  const bend = random.between(0.35, 0.65);
  const tiles: Tile[] = [];
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const u = (i + 0.5) / size;
      const v = (j + 0.5) / size;
      const bump = noise.layers(u * 4.2, v * 4.2, 2);
      let level = 1.4 + bump * 1.6;
      if (has('cliff'))
        level = (1 - v) * 1.25 + u * 0.55 + (bump - 0.5) * 0.5 > 0.86 ? 4.2 + bump * 1.3 : 0;
      else if (has('island'))
        level = 4.6 * (1 - 1.75 * length(u - 0.52, v - 0.5)) + (bump - 0.5) * 2.4;
      else if (has('beach')) level = (u - v + 0.16) * 4.2 + (bump - 0.5) * 1.2;
      else if (open) level = (0.52 - v) * 6 + (bump - 0.5) * 3.4 + 0.6;
      if (has('mountains', 'volcano'))
        level += Math.max(0, 1 - length(u - 0.12, v - 0.16) * 1.75) * 8 * (0.55 + bump * 0.8);
      if (has('hills', 'dunes')) level += (noise.layers(u * 3, v * 3 + 9, 2) - 0.35) * 4;
      const stream = has('river') && Math.abs(u - bend - sine(v * 0.9) * 0.12) < 0.09;
      tiles.push(
        tileOf(stream || (open && level < 1) ? 0 : Math.max(1, Math.round(level)), {
          scene,
          palette,
          bump,
          open: open || has('river'),
        }),
      );
    }
  }
  return {
    size,
    at: (i, j) => (i < 0 || j < 0 || i >= size || j >= size ? undefined : tiles[j * size + i]),
  };
}

interface Ground {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly bump: number;
  readonly open: boolean;
}

function tileOf(tall: number, { scene, palette, bump, open }: Ground): Tile {
  const { things } = scene;
  const shade = (colour: Rgb): Rgb => mix(colour, rgb('2e4a4a'), clamp(bump - 0.35) * 0.28);
  const soil = rgb('8a6a4c');
  if (tall === 0) {
    const water = mix(rgb('3fa6cf'), palette.deep, 0.25);
    return {
      tall: 0.6,
      top: mix(water, rgb('ffffff'), bump * 0.16),
      side: mix(water, rgb('123a66'), 0.25),
      kind: 'water',
    };
  }
  if (things.has('desert') || things.has('dunes'))
    return {
      tall,
      top: shade(palette.sand),
      side: mix(palette.sand, rgb('a8683c'), 0.35),
      kind: 'sand',
    };
  if (things.has('city') && !things.has('meadow'))
    return { tall: 1, top: shade(rgb('b9bec6')), side: rgb('7e8590'), kind: 'paving' };
  if (tall >= 8) return { tall, top: rgb('f6f9fc'), side: rgb('c9d4e2'), kind: 'snow' };
  if (tall >= 6) return { tall, top: shade(rgb('a39c96')), side: palette.rock, kind: 'rock' };
  if (open && tall === 1 && !things.has('cliff'))
    return { tall, top: shade(palette.sand), side: mix(palette.sand, soil, 0.4), kind: 'sand' };
  const stone = things.has('cliff') ? palette.rock : soil;
  return { tall, top: shade(palette.grass), side: stone, kind: 'turf' };
}
