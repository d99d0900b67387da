import type { Canvas } from '../paint/canvas.ts';
import { mix, rgb } from '../paint/colour.ts';
import { createRandom, hash } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Picture } from '../scene/picture.ts';
import { createStage, type Stage } from '../scene/stage.ts';
import { leaning } from './grade.ts';
import { column, ground, type Project } from './isometric-blocks.ts';
import { createLand, type Tile } from './isometric-land.ts';
import { planProps } from './isometric-props.ts';
import { drawProp, drawTower, type Prop } from './isometric-things.ts';

/** The scene as a small model of blocks, seen from a corner, on a plain ground. */
export function isometric({ scene, picture, seed }: Composition): Canvas {
  const { width, height, unit, palette } = picture;
  const land = createLand(scene, palette, seed);
  const half = (Math.min(width, height * 1.15) * 0.46) / land.size;
  const highest = Math.max(
    ...Array.from(
      { length: land.size * land.size },
      (_, k) => land.at(k % land.size, Math.floor(k / land.size))?.tall ?? 0,
    ),
  );
  const block = half * 0.72;
  const centre = height * 0.56 - land.size * half * 0.5 + highest * block * 0.25;
  const project: Project = (i, j, z) => [
    width / 2 + (i - j) * half,
    centre + (i + j) * half * 0.5 - z * block,
  ];
  const stage = createStage({
    scene,
    palette,
    width,
    height,
    horizon: height * 0.5,
    side: 1,
    seed,
  });
  ground(stage, project, land.size);
  const props = planProps(scene, land, createRandom(hash('props', seed)));
  for (let sum = 0; sum <= 2 * (land.size - 1); sum++) {
    for (let i = Math.max(0, sum - land.size + 1); i <= Math.min(sum, land.size - 1); i++) {
      const j = sum - i;
      const tile = land.at(i, j);
      if (!tile) continue;
      column(stage, project, land, i, j, tile);
      const prop = props.get(j * land.size + i);
      if (prop) stand(stage, project, prop, { i, j, tile, half });
    }
  }
  const night = scene.time === 'night';
  const backdrop = night
    ? [rgb('1b2140'), rgb('3a4270')]
    : [mix(rgb('f3efe6'), palette.haze, 0.4), mix(rgb('dfe6ea'), palette.haze, 0.55)];
  const model: Picture = {
    ...picture,
    horizon: height,
    palette: {
      ...leaning(palette, rgb('f0ece4'), night ? 0 : 0.3),
      sky: backdrop.map((colour, at) => ({ at, colour })),
      sun: mix(palette.sun, rgb('ffffff'), night ? 0.3 : 0.5),
    },
    sky: {
      ...picture.sky,
      orbs: [],
      stars: [],
      clouds: [],
      veil: 0,
      aurora: false,
      rainbow: false,
    },
    items: stage.items,
  };
  return render(model, {
    ...DRAWN,
    steps: 0,
    haze: 0,
    glow: 0.7,
    ink: { width: Math.max(0.7, unit * 0.0011), colour: () => rgb('3a3f55') },
  });
}

interface Place {
  readonly i: number;
  readonly j: number;
  readonly tile: Tile;
  readonly half: number;
}

function stand(stage: Stage, project: Project, prop: Prop, { i, j, tile, half }: Place): void {
  const [x, y] = project(i + 0.5, j + 0.5, tile.tall);
  if (prop.kind === 'tower') drawTower(stage, project, { i, j, z: tile.tall, tall: prop.size });
  else drawProp(stage, prop, x, y + half * 0.1, half);
}
