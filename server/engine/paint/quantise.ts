import type { Rgb } from './colour.ts';

/** A limited palette by median cut: `count` colours that stand for all the pixels. */
export function limitedPalette(pixels: Float32Array, count: number): Rgb[] {
  let boxes: Rgb[][] = [[]];
  for (let i = 0; i + 2 < pixels.length; i += 3)
    boxes[0]?.push([pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0]);
  while (boxes.length < count) {
    const widest = boxes
      .map((box) => ({ box, ...spread(box) }))
      .toSorted((a, b) => b.weight - a.weight)[0];
    if (!widest || widest.box.length < 2 || widest.weight === 0) break;
    const sorted = widest.box.toSorted((a, b) => a[widest.axis] - b[widest.axis]);
    const middle = sorted.length >> 1;
    boxes = [
      ...boxes.filter((box) => box !== widest.box),
      sorted.slice(0, middle),
      sorted.slice(middle),
    ];
  }
  return boxes.map(mean);
}

function spread(box: readonly Rgb[]): { axis: 0 | 1 | 2; weight: number } {
  let axis: 0 | 1 | 2 = 0;
  let range = 0;
  for (const c of [0, 1, 2] as const) {
    let low = Infinity;
    let high = -Infinity;
    for (const colour of box) {
      if (colour[c] < low) low = colour[c];
      if (colour[c] > high) high = colour[c];
    }
    if (high - low > range) {
      range = high - low;
      axis = c;
    }
  }
  return { axis, weight: range * Math.sqrt(box.length) };
}

function mean(box: readonly Rgb[]): Rgb {
  const sum: [number, number, number] = [0, 0, 0];
  for (const colour of box) for (const c of [0, 1, 2] as const) sum[c] += colour[c] / box.length;
  return sum;
}

/** The palette's colour nearest to the given one. */
export function nearest(palette: readonly Rgb[], r: number, g: number, b: number): Rgb {
  let best: Rgb = [0, 0, 0];
  let least = Infinity;
  for (const colour of palette) {
    const d =
      (colour[0] - r) * (colour[0] - r) * 0.9 +
      (colour[1] - g) * (colour[1] - g) * 1.4 +
      (colour[2] - b) * (colour[2] - b) * 0.7;
    if (d < least) {
      least = d;
      best = colour;
    }
  }
  return best;
}
