import { mix, rgb } from '../paint/colour.ts';
import { ellipse } from '../paint/outline.ts';
import { sailboat } from '../scene/boats.ts';
import { cactus } from '../scene/cactus.ts';
import { castle } from '../scene/castle.ts';
import { church } from '../scene/church.ts';
import { cat } from '../scene/cat.ts';
import { tent } from '../scene/tent.ts';
import { house } from '../scene/house.ts';
import { flower } from '../scene/flowers.ts';
import { lighthouse } from '../scene/lighthouse.ts';
import { palm } from '../scene/palm.ts';
import { fill, flat, type Stage } from '../scene/stage.ts';
import { tree } from '../scene/trees.ts';
import { windmill } from '../scene/windmill.ts';
import type { Thing } from '../scene/words.ts';
import type { Project } from './isometric-blocks.ts';

/** Something that stands on a square; `size` is in squares, for a tower in blocks. */
export interface Prop {
  readonly kind: Thing | 'tower';
  readonly size: number;
}

/** Draws a thing with its foot at a point; `half` is half a square's width in pixels. */
export function drawProp(
  stage: Stage,
  { kind, size }: Prop,
  x: number,
  y: number,
  half: number,
): void {
  const tall = size * half;
  const random = stage.random(`prop ${Math.round(x)} ${Math.round(y)}`);
  const shade = tall * 0.2;
  if (kind !== 'boat')
    fill(
      stage,
      ellipse(x - stage.palette.from * shade * 0.5, y + shade * 0.05, shade, shade * 0.42),
      rgb('16202c'),
      { alpha: 0.22, ink: 0, light: flat(0.2) },
    );
  const spot = { x, y, size: tall };
  const plant = { ...spot, far: 0 };
  if (kind === 'lighthouse') lighthouse(stage, spot);
  else if (kind === 'castle') castle(stage, spot);
  else if (kind === 'windmill') windmill(stage, spot);
  else if (kind === 'church') church(stage, spot, random);
  else if (kind === 'house') house(stage, spot, random);
  else if (kind === 'tent') tent(stage, spot);
  else if (kind === 'cat') cat(stage, spot);
  else if (kind === 'boat') sailboat(stage, x, y, tall * 0.7, 0, `boat ${Math.round(x)}`);
  else if (kind === 'cactus') cactus(stage, plant, random);
  else if (kind === 'palm') palm(stage, plant, random);
  else if (kind === 'flowers') {
    for (const [dx, dy] of [
      [-0.35, 0],
      [0.3, 0.08],
      [0, -0.18],
      [0.05, 0.22],
    ] as const)
      flower(
        stage,
        x + dx * half,
        y + dy * half - half * 0.12,
        half * 0.13,
        stage.coat('flowers', rgb(random.pick(['e8483f', 'f2b632', 'f7f2ea', 'ef7fa8']))),
        0,
        random,
      );
  } else tree(stage, plant, random);
}

/** A tower block with rows of windows, `tall` blocks high. */
export function drawTower(
  stage: Stage,
  project: Project,
  { i, j, z, tall }: { i: number; j: number; z: number; tall: number },
): void {
  const random = stage.random(`tower ${i} ${j}`);
  const tone = mix(
    rgb(random.pick(['c9d2dd', 'd9c7b4', '9fb4c9', 'c4a79a', 'b5bcc6'])),
    stage.palette.haze,
    0.12,
  );
  const a = 0.1;
  const b = 0.9;
  const top = z + tall;
  const quad = (...corners: readonly (readonly [number, number, number])[]): number[] =>
    corners.flatMap(([p, q, r]) => [...project(i + p, j + q, r)]);
  const left = stage.palette.from < 0;
  fill(stage, quad([a, b, top], [b, b, top], [b, b, z], [a, b, z]), tone, {
    light: flat(left ? 0.75 : 0.3),
    ink: 0.4,
  });
  fill(stage, quad([b, b, top], [b, a, top], [b, a, z], [b, b, z]), tone, {
    light: flat(left ? 0.3 : 0.75),
    ink: 0.4,
  });
  fill(stage, quad([a, a, top], [b, a, top], [b, b, top], [a, b, top]), tone, {
    light: flat(1),
    ink: 0.4,
  });
  const lit: number[][] = [];
  const dark: number[][] = [];
  for (let r = z + 0.25; r + 0.4 < top; r += 0.55) {
    for (const c of [0.2, 0.45, 0.7]) {
      for (const side of [0, 1]) {
        const pane =
          side === 0
            ? quad([c, b, r + 0.32], [c + 0.14, b, r + 0.32], [c + 0.14, b, r], [c, b, r])
            : quad([b, c, r + 0.32], [b, c + 0.14, r + 0.32], [b, c + 0.14, r], [b, c, r]);
        (stage.palette.lit && random.chance(0.5) ? lit : dark).push(pane);
      }
    }
  }
  if (dark.length > 0) fill(stage, dark, rgb('41546d'), { ink: 0, light: flat(0.6) });
  if (lit.length > 0) fill(stage, lit, rgb('ffd788'), { ink: 0, glow: 0.9 });
}
