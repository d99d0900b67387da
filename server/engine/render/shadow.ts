import type { Canvas } from '../paint/canvas.ts';
import type { Path, Raster } from '../paint/raster.ts';

/** Darkens what lies behind a surface, a little away from the light, in three widening steps. */
export function dropShadow(
  canvas: Canvas,
  raster: Raster,
  paths: readonly Path[],
  depth: number,
  from: number,
): void {
  const { rgb, width } = canvas;
  for (const [step, dark] of [
    [0.4, 0.1],
    [0.8, 0.08],
    [1.3, 0.06],
    [1.9, 0.045],
  ] as const) {
    const moved = paths.map((path) =>
      path.map((value, i) => value + depth * step * (i % 2 ? 0.75 : -from * 0.75)),
    );
    raster.cover(moved, (y, left, right, cover) => {
      for (let x = left; x < right; x++) {
        const k = 1 - dark * (cover[x] ?? 0);
        const i = (y * width + x) * 3;
        rgb[i] = (rgb[i] ?? 0) * k;
        rgb[i + 1] = (rgb[i + 1] ?? 0) * k;
        rgb[i + 2] = (rgb[i + 2] ?? 0) * k;
      }
    });
  }
}
