import type { Canvas } from './canvas.ts';
import { clamp } from './maths.ts';

/** Heights in pixels that rise from each layer's edge to a rounded top, `reach` pixels in. */
export function relief(canvas: Canvas, reach: number): Float32Array {
  const { width, height, layer } = canvas;
  const field = new Float32Array(width * height);
  const step = (i: number, from: number, cost: number): void => {
    const other = layer[from] === layer[i] ? (field[from] ?? 0) + cost : cost * 0.5;
    if (other < (field[i] ?? 0)) field[i] = other;
  };
  field.fill(reach);
  for (let y = 1; y < height; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      step(i, i - 1, 1);
      step(i, i - width, 1);
      step(i, i - width - 1, 1.41);
      step(i, i - width + 1, 1.41);
    }
  }
  for (let y = height - 2; y >= 0; y--) {
    for (let i = (y + 1) * width - 2; i > y * width; i--) {
      step(i, i + 1, 1);
      step(i, i + width, 1);
      step(i, i + width + 1, 1.41);
      step(i, i + width - 1, 1.41);
    }
  }
  for (let i = 0; i < field.length; i++) {
    const t = 1 - clamp((field[i] ?? 0) / reach);
    field[i] = reach * Math.sqrt(1 - t * t);
  }
  return soften(field, width, height);
}

function soften(field: Float32Array, width: number, height: number): Float32Array {
  const out = field.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      out[i] =
        (field[i] ?? 0) * 0.25 +
        ((field[i - 1] ?? 0) +
          (field[i + 1] ?? 0) +
          (field[i - width] ?? 0) +
          (field[i + width] ?? 0)) *
          0.125 +
        ((field[i - width - 1] ?? 0) +
          (field[i - width + 1] ?? 0) +
          (field[i + width - 1] ?? 0) +
          (field[i + width + 1] ?? 0)) *
          0.0625;
    }
  }
  return out;
}
