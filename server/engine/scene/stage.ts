import { type Rgb, rgb } from '../paint/colour.ts';
import { createNoise, type Noise } from '../paint/noise.ts';
import { createRandom, hash, type Random } from '../paint/random.ts';
import type { Path } from '../paint/raster.ts';
import type { Palette } from './palette.ts';
import type { Fill, Item, Light, Line } from './picture.ts';
import type { Scene } from './scene.ts';
import { type Thing, TINTS } from './words.ts';

/** Where a picture is being put together. */
export interface Stage {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly horizon: number;
  /** The side the main subject stands on: -1 left, 1 right. */
  readonly side: number;
  readonly items: Item[];
  has(...things: Thing[]): boolean;
  /** The colour the words give a thing, or the other one. */
  coat(thing: Thing, otherwise: Rgb): Rgb;
  /** A stream of its own for each topic, so that leaving one thing out moves nothing else. */
  random(topic: string): Random;
  noise(topic: string): Noise;
  /** Pixels from the left for a share of the width, mirrored with the side. */
  x(share: number): number;
}

interface StageOptions {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly horizon: number;
  readonly side: number;
  readonly seed: number;
}

/** An empty stage; `seed` feeds every topic's stream. */
export function createStage(options: StageOptions): Stage {
  const { scene, width, side, seed } = options;
  const random = (topic: string): Random => createRandom(hash(topic, seed));
  return {
    ...options,
    unit: Math.min(width, options.height),
    items: [],
    has: (...things) => things.some((thing) => scene.things.has(thing)),
    coat: (thing, otherwise) => {
      const tint = scene.coats.get(thing);
      return tint ? rgb(TINTS[tint]) : otherwise;
    },
    random,
    noise: (topic) => createNoise(random(topic), 64),
    x: (share) => (side > 0 ? share * width : (1 - share) * width),
  };
}

/** Adds a filled surface; left-out options mean: lit, near, plain, outlined, opaque. */
export function fill(
  stage: Stage,
  path: Path | readonly Path[],
  colour: Rgb,
  options: Partial<Omit<Fill, 'type' | 'paths' | 'colour'>> = {},
): void {
  stage.items.push({
    type: 'fill',
    paths: isPath(path) ? [path] : path,
    colour,
    light: flat(0.8),
    far: 0,
    grain: 'none',
    glow: 0,
    ink: 0.6,
    alpha: 1,
    ...options,
  });
}

const isPath = (path: Path | readonly Path[]): path is Path => typeof path[0] === 'number';

/** Adds a thin line; left-out options mean: near, unlit, opaque, even. */
export function line(
  stage: Stage,
  path: Path,
  width: number,
  colour: Rgb,
  options: Partial<Omit<Line, 'type' | 'path' | 'width' | 'colour'>> = {},
): void {
  stage.items.push({
    type: 'line',
    path,
    width,
    colour,
    far: 0,
    glow: 0,
    alpha: 1,
    taper: 0,
    ...options,
  });
}

/** The same light all over. */
export const flat = (value: number): Light => ({ kind: 'flat', value });

/** Light that changes from one height to another. */
export const down = (y0: number, from: number, y1: number, to: number): Light => ({
  kind: 'ramp',
  x0: 0,
  y0,
  from,
  x1: 0,
  y1,
  to,
});
