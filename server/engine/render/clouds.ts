import { clamp, smooth } from '../paint/maths.ts';
import type { Noise } from '../paint/noise.ts';
import type { Picture } from '../scene/picture.ts';

/** Cloud cover and its light over the sky, on a grid coarser than the pixels. */
export interface Vapour {
  /** Writes cover (0 to 1) and light (0 to 1) at a point into `out`. */
  at(x: number, y: number, out: Float64Array): void;
}

const GRID = 3;

/** Soft clouds: the heaps of the sky, roughened and lit from the sun's side. */
export function createVapour(picture: Picture, noise: Noise): Vapour {
  const { width, height, unit, sky, palette } = picture;
  const columns = Math.ceil(width / GRID) + 2;
  const rows = Math.ceil(height / GRID) + 2;
  const cover = new Float32Array(columns * rows);
  const light = new Float32Array(columns * rows);
  const k = 1 / unit;
  for (const cloud of sky.clouds) {
    const left = Math.min(...cloud.puffs.map((puff) => puff.x - puff.r * 1.5));
    const right = Math.max(...cloud.puffs.map((puff) => puff.x + puff.r * 1.5));
    const top = Math.min(...cloud.puffs.map((puff) => puff.y - puff.r * 1.5));
    const bottom = cloud.base + unit * 0.03;
    const tall = bottom - top;
    const from = Math.max(0, Math.floor(left / GRID));
    const to = Math.min(columns - 1, Math.ceil(right / GRID));
    for (
      let row = Math.max(0, Math.floor(top / GRID));
      row <= Math.min(rows - 1, bottom / GRID);
      row++
    ) {
      for (let column = from; column <= to; column++) {
        const x = column * GRID;
        const y = row * GRID;
        const rough = noise.layers(x * k * 9 + 3, y * k * 11, 5) - 0.5;
        const [depth, facing] = depthAt(cloud.puffs, x, y, palette.from);
        const floor = smooth(
          cloud.base + unit * 0.022,
          cloud.base - unit * 0.05,
          y + rough * unit * 0.05,
        );
        const body = depth + rough * 1.05;
        const alpha = smooth(0.0, 0.42, body) * (0.25 + 0.75 * floor) * floor;
        if (alpha <= 0.003) continue;
        const i = row * columns + column;
        const high = clamp((bottom - y) / tall);
        const lit = clamp(0.2 + facing * 0.5 + high * 0.38 + rough * 0.75);
        const before = cover[i] ?? 0;
        light[i] = (light[i] ?? 0) * (1 - alpha) + lit * alpha;
        cover[i] = before + (1 - before) * alpha;
      }
    }
  }
  return { at: (x, y, out) => sample(cover, light, columns, x / GRID, y / GRID, out) };
}

/** How deep a point lies in the puffs, and how much the nearest surface faces the light. */
function depthAt(
  puffs: readonly { x: number; y: number; r: number }[],
  x: number,
  y: number,
  from: number,
): [number, number] {
  let depth = -1;
  let facing = 0;
  let weight = 0.0001;
  for (const puff of puffs) {
    const dx = (x - puff.x) / puff.r;
    const dy = (y - puff.y) / puff.r;
    const inside = 1 - dx * dx - dy * dy;
    if (inside > depth) depth = inside;
    if (inside > 0) {
      facing += (dx * from * 0.6 - dy * 0.8) * inside;
      weight += inside;
    }
  }
  return [depth, facing / weight];
}

function sample(
  cover: Float32Array,
  light: Float32Array,
  columns: number,
  x: number,
  y: number,
  out: Float64Array,
): void {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const i = yi * columns + xi;
  const a = (1 - fx) * (1 - fy);
  const b = fx * (1 - fy);
  const c = (1 - fx) * fy;
  const d = fx * fy;
  const at = (field: Float32Array): number =>
    (field[i] ?? 0) * a +
    (field[i + 1] ?? 0) * b +
    (field[i + columns] ?? 0) * c +
    (field[i + columns + 1] ?? 0) * d;
  const alpha = at(cover);
  out[0] = alpha;
  out[1] = alpha > 0.001 ? at(light) / alpha : 0;
}
