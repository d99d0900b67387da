import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { fill, flat, type Stage } from '../scene/stage.ts';
import type { Land, Tile } from './isometric-land.ts';

/** Where a corner of the grid lies, `z` blocks up, in pixels. */
export type Project = (i: number, j: number, z: number) => readonly [number, number];

/** The model's shadow on the table. */
export function ground(stage: Stage, project: Project, size: number): void {
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
export function column(
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
