import { createRandom, hash } from '../paint/random.ts';
import { paintBack } from './backdrop.ts';
import { balloons } from './balloons.ts';
import { birds } from './birds.ts';
import { fireworks } from './fireworks.ts';
import { paintGround } from './layout.ts';
import { createPalette } from './palette.ts';
import type { Picture } from './picture.ts';
import { createScene, type Scene } from './scene.ts';
import { composeSky } from './sky.ts';
import { createStage } from './stage.ts';
import { guests, standing } from './standing.ts';
import { lightning, weather } from './weather.ts';

/** What a picture is made from. */
export interface Wish {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

/** What a style paints: the scene, its picture as data, and the seed for what the style adds. */
export interface Composition {
  readonly scene: Scene;
  readonly picture: Picture;
  readonly seed: number;
  /** The same composition at another size, in pixels. */
  resized(width: number, height: number): Composition;
}

/** The composition of a wish; the style has no say in it. */
export function compose(wish: Wish): Composition {
  const { width, height } = wish;
  const seed = hash(wish.prompt.trim().toLowerCase(), wish.seed);
  const scene = createScene(wish.prompt, wish.negativePrompt, createRandom(hash('scene', seed)));
  const layout = createRandom(hash('layout', seed));
  const wide = width / height;
  const horizon = height * (layout.between(0.56, 0.62) + (wide < 0.8 ? 0.04 : 0));
  const palette = createPalette(scene, createRandom(hash('palette', seed)));
  // Mostly the subject stands away from the light, so that the view between them is open.
  const side = layout.chance(0.85) ? -palette.from : palette.from;
  const stage = createStage({ scene, palette, width, height, horizon, side, seed });
  const sky = composeSky(stage);
  paintBack(stage);
  standing(stage, paintGround(stage, guests(stage)));
  if (stage.has('balloon')) balloons(stage);
  if (stage.has('birds')) birds(stage);
  if (stage.has('fireworks')) fireworks(stage);
  if (stage.has('storm')) lightning(stage);
  weather(stage);
  const { unit, items } = stage;
  return {
    scene,
    seed,
    picture: { width, height, unit, horizon, palette, sky, items },
    resized: (w, h) => compose({ ...wish, width: w, height: h }),
  };
}
