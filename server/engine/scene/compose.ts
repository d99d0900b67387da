import { mix } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { createRandom, hash } from '../paint/random.ts';
import { balloons, birds, fallingWeather, fireworks, lightning } from './air.ts';
import { boats, ship, whale } from './boats.ts';
import { castle, church, house, windmill } from './buildings.ts';
import { bridge, skyline, village } from './city.ts';
import { boulder, cliff, type Spot } from './cliff.ts';
import { below, groundShadow, ridge, type Ridge, rollingGround, soil } from './ground.ts';
import { desertThings, flowers, tufts, woods } from './land.ts';
import { lighthouse } from './lighthouse.ts';
import { mountains, volcano } from './mountains.ts';
import { createPalette } from './palette.ts';
import type { Picture } from './picture.ts';
import { beach, islands, openWater, river } from './sea.ts';
import { composeSky } from './sky.ts';
import { createStage, down, fill, type Stage } from './stage.ts';
import { createScene, type Scene } from './scene.ts';
import { cat, tent } from './figures.ts';
import { palm, tree } from './trees.ts';

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
  standing(stage, paintGround(stage));
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

function paintBack(stage: Stage): void {
  const { horizon, unit, palette } = stage;
  const base = horizon + unit * 0.01;
  if (stage.has('mountains')) mountains(stage, base);
  if (stage.has('volcano')) volcano(stage, base);
  if (stage.has('hills', 'meadow', 'forest', 'village') && !stage.has('mountains', 'volcano')) {
    for (const [i, far] of [0.62, 0.48].entries()) {
      const top = base - unit * lerp(0.1, 0.05, i);
      const hill = ridge(stage, `far hill ${i}`, top, unit * 0.05, unit * 0.5);
      fill(
        stage,
        below(stage, hill, unit / 70, base + unit * 0.1),
        mix(soil(stage).colour, palette.pine, 0.5),
        {
          far,
          grain: 'leaf',
          light: down(top - unit * 0.05, 0.9, base, 0.4),
        },
      );
    }
  }
  if (stage.has('sea') && stage.random('coast').chance(0.75)) farCoast(stage);
  if (stage.has('city')) skyline(stage, base);
}

function farCoast(stage: Stage): void {
  const { horizon, unit, palette, width } = stage;
  const line = ridge(stage, 'far coast', horizon - unit * 0.012, unit * 0.03, unit * 0.3);
  const start = stage.random('far coast').between(0.1, 0.45);
  const coast: Ridge = (x) => {
    const t = (stage.side > 0 ? 1 - x / width : x / width) - start;
    return t < 0 ? horizon + 2 : Math.min(horizon + 1, lerp(horizon, line(x), Math.min(1, t * 5)));
  };
  fill(stage, below(stage, coast, unit / 80, horizon + 2), mix(palette.pine, palette.rock, 0.5), {
    far: 0.66,
    ink: 0.4,
    light: down(horizon - unit * 0.06, 0.8, horizon, 0.4),
  });
}

/** Lays ground and water; returns where things can stand, the best spot first. */
function paintGround(stage: Stage): Spot[] {
  const { horizon, unit, height } = stage;
  const spots: Spot[] = [];
  const open = stage.has('sea', 'lake');
  if (open) {
    openWater(stage, stage.has('storm') ? 1 : stage.has('sea') ? 0.62 : 0.2);
    if (stage.has('bridge')) bridge(stage, false);
    if (stage.has('island')) spots.push(...islands(stage));
    if (stage.has('ship')) ship(stage, stage.has('cliff') ? 0.2 : 0.4);
    if (stage.has('boat'))
      boats(stage, stage.has('cliff') ? 0.2 : stage.has('island') ? 0.28 : 0.45);
    if (stage.has('whale')) whale(stage, 0.3);
  }
  if (stage.has('beach')) spots.unshift(...beach(stage));
  if (stage.has('cliff')) spots.unshift(...cliff(stage));
  const bare =
    open &&
    (stage.has('beach', 'cliff') ||
      (stage.has('sea') && stage.has('island', 'boat', 'ship', 'whale', 'city')));
  if (bare || (open && !wantsLand(stage) && stage.has('sea'))) return spots;
  const top = open ? lerp(horizon, height, 0.62) : horizon + unit * 0.02;
  const folds = rollingGround(stage, top, open ? 2 : 4);
  if (stage.has('river') && !open) river(stage, horizon + unit * 0.03);
  if (stage.has('bridge') && !open) bridge(stage, true);
  landThings(stage, folds, open);
  const at = (share: number, fold: number, size: number): Spot => {
    const x = stage.x(share);
    return {
      x,
      y: (folds[Math.min(fold, folds.length - 1)]?.(x) ?? top) + unit * 0.02,
      size: unit * size,
    };
  };
  spots.push(at(0.66, 1, 0.4), at(0.32, 2, 0.26), at(0.84, 2, 0.24), at(0.2, 1, 0.2));
  return spots;
}

const wantsLand = (stage: Stage): boolean =>
  stage.has(
    'meadow',
    'forest',
    'trees',
    'pine',
    'flowers',
    'hills',
    'village',
    'house',
    'castle',
    'church',
    'tent',
    'windmill',
    'lighthouse',
    'desert',
  );

function landThings(stage: Stage, folds: readonly Ridge[], shore: boolean): void {
  const { unit } = stage;
  const last = folds.at(-1);
  if (!last) return;
  if (stage.has('desert', 'dunes')) return desertThings(stage, folds);
  if (stage.has('village')) village(stage, folds[1] ?? last, 0.2, 0.85);
  const wooded = stage.has(
    'forest',
    'trees',
    'pine',
    'autumn',
    'spring',
    'hills',
    'meadow',
    'lake',
  );
  if (wooded && !stage.has('city'))
    woods(
      stage,
      shore
        ? [last]
        : stage.has('bridge')
          ? folds.slice(0, 1)
          : stage.has('forest')
            ? folds
            : folds.slice(0, 3),
    );
  if (!stage.has('winter')) tufts(stage, last);
  if (stage.has('flowers', 'spring')) flowers(stage, last(stage.width / 2) - unit * 0.06);
}

function standing(stage: Stage, spots: Spot[]): void {
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
  } else if (stage.has('trees', 'pine') && stage.has('cliff')) {
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

function weather(stage: Stage): void {
  const { horizon, unit, height } = stage;
  const random = stage.random('mist');
  if (stage.has('fog')) {
    for (const [t, strength] of [
      [-0.1, 0.5],
      [0.12, 0.62],
      [0.5, 0.5],
    ] as const) {
      stage.items.push({
        type: 'mist',
        y: horizon + (height - horizon) * t,
        reach: unit * 0.16,
        strength,
        seed: random.int(1, 60_000),
      });
    }
  }
  fallingWeather(stage);
}
