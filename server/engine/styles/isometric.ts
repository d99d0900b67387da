import type { Canvas } from '../paint/canvas.ts';
import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { createRandom, hash } from '../paint/random.ts';
import { render } from '../render/render.ts';
import { DRAWN } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';
import type { Picture } from '../scene/picture.ts';
import { createStage, fill, flat, type Stage } from '../scene/stage.ts';
import { createLand, type Land, type Tile } from './isometric-land.ts';
import { drawProp, drawTower, planProps, type Prop } from './isometric-props.ts';
import { leaning } from './grade.ts';

/** Where a corner of the grid lies, `z` blocks up, in pixels. */
export type Project = (i: number, j: number, z: number) => readonly [number, number];

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

/** The model's shadow on the table. */
function ground(stage: Stage, project: Project, size: number): void {
  for (const [grow, alpha] of [
    [1.5, 0.05],
    [1, 0.06],
    [0.5, 0.08],
    [0.1, 0.12],
  ] as const) {
    const corners = [
      [-grow, -grow],
      [size + grow, -grow],
      [size + grow, size + grow],
      [-grow, size + grow],
    ] as const;
    fill(
      stage,
      corners.flatMap(([i, j]) => [...project(i, j, -1.6)]),
      rgb('1a2036'),
      { alpha, ink: 0, light: flat(0.2) },
    );
  }
}

/** One column of blocks: its top and what shows of its two near sides. */
function column(
  stage: Stage,
  project: Project,
  land: Land,
  i: number,
  j: number,
  tile: Tile,
): void {
  const z = tile.tall;
  const quad = (...corners: readonly (readonly [number, number, number])[]): number[] =>
    corners.flatMap(([a, b, c]) => [...project(a, b, c)]);
  const left = land.at(i, j + 1)?.tall ?? -1;
  const right = land.at(i + 1, j)?.tall ?? -1;
  const face = (low: number, light: number, path: (from: number, to: number) => number[]): void => {
    for (let to = z; to > low; ) {
      const from = Math.max(
        low,
        to === z && tile.kind === 'turf' ? z - 0.32 : Math.ceil(to - 1.001),
      );
      const turf = to === z && tile.kind === 'turf';
      const tone: Rgb = turf
        ? mix(tile.top, rgb('2f5a35'), 0.15)
        : to <= 0
          ? mix(tile.side, rgb('6b4b38'), 0.5)
          : tile.side;
      fill(stage, path(from, to), tone, {
        light: flat(light - (z - to) * 0.02),
        ink: 0.25,
        alpha: 1,
      });
      to = from;
    }
  };
  face(left, stage.palette.from < 0 ? 0.72 : 0.3, (from, to) =>
    quad([i, j + 1, to], [i + 1, j + 1, to], [i + 1, j + 1, from], [i, j + 1, from]),
  );
  face(right, stage.palette.from < 0 ? 0.3 : 0.72, (from, to) =>
    quad([i + 1, j + 1, to], [i + 1, j, to], [i + 1, j, from], [i + 1, j + 1, from]),
  );
  fill(stage, quad([i, j, z], [i + 1, j, z], [i + 1, j + 1, z], [i, j + 1, z]), tile.top, {
    light: flat(1),
    ink: 0.25,
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
