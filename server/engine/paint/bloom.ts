import type { Canvas } from './canvas.ts';
import { luma } from './colour.ts';
import { clamp } from './maths.ts';

/** A blurred, smaller copy that can be read at any pixel. */
export interface Blurred {
  /** One colour channel (0 to 2) at a pixel. */
  at(x: number, y: number, channel: number): number;
}

const STEP = 4;

/** Blurs what is brighter than `threshold` (0 takes everything) over `radius` pixels. */
export function blurred(canvas: Canvas, radius: number, threshold = 0): Blurred {
  const columns = Math.ceil(canvas.width / STEP);
  const rows = Math.ceil(canvas.height / STEP);
  let field = shrink(canvas, columns, rows, threshold);
  const reach = Math.max(1, Math.round(radius / STEP / 1.7));
  for (let pass = 0; pass < 3; pass++) {
    field = boxBlur(field, columns, rows, reach, 3, columns * 3);
    field = boxBlur(field, rows, columns, reach, columns * 3, 3);
  }
  return {
    at(x, y, channel) {
      const u = clamp((x + 0.5) / STEP - 0.5, 0, columns - 1.001);
      const v = clamp((y + 0.5) / STEP - 0.5, 0, rows - 1.001);
      const xi = Math.floor(u);
      const yi = Math.floor(v);
      const fx = u - xi;
      const i = (yi * columns + xi) * 3 + channel;
      const below = i + columns * 3;
      const top = (field[i] ?? 0) * (1 - fx) + (field[i + 3] ?? 0) * fx;
      const low = (field[below] ?? 0) * (1 - fx) + (field[below + 3] ?? 0) * fx;
      return top + (low - top) * (v - yi);
    },
  };
}

function shrink(canvas: Canvas, columns: number, rows: number, threshold: number): Float32Array {
  const { rgb, width, height } = canvas;
  const field = new Float32Array(columns * rows * 3);
  const share = 1 / (STEP * STEP);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const r = rgb[i] ?? 0;
      const g = rgb[i + 1] ?? 0;
      const b = rgb[i + 2] ?? 0;
      const k = threshold === 0 ? share : share * clamp((luma(r, g, b) - threshold) * 4);
      if (k === 0) continue;
      const to = (Math.floor(y / STEP) * columns + Math.floor(x / STEP)) * 3;
      field[to] = (field[to] ?? 0) + r * k;
      field[to + 1] = (field[to + 1] ?? 0) + g * k;
      field[to + 2] = (field[to + 2] ?? 0) + b * k;
    }
  }
  return field;
}

/** A running mean along lines of `count` points, `step` apart, for `lines` lines, `skip` apart. */
function boxBlur(
  from: Float32Array,
  count: number,
  lines: number,
  reach: number,
  step: number,
  skip: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const share = 1 / (reach * 2 + 1);
  for (let l = 0; l < lines; l++) {
    for (let c = 0; c < 3; c++) {
      const start = l * skip + c;
      const at = (i: number): number =>
        from[start + (i < 0 ? 0 : i >= count ? count - 1 : i) * step] ?? 0;
      let sum = 0;
      for (let i = -reach; i <= reach; i++) sum += at(i);
      for (let i = 0; i < count; i++) {
        to[start + i * step] = sum * share;
        sum += at(i + reach + 1) - at(i - reach);
      }
    }
  }
  return to;
}

/** Lets bright places spill light around them. */
export function addBloom(
  canvas: Canvas,
  radius: number,
  threshold: number,
  strength: number,
): void {
  const glow = blurred(canvas, radius, threshold);
  const { rgb, width, height } = canvas;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++, i++) {
        const value = rgb[i] ?? 0;
        rgb[i] = value + glow.at(x, y, c) * strength * Math.max(0, 1 - value * 0.7);
      }
    }
  }
}
