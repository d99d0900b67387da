import type { Colour } from './palette.ts';

/** Where the error of a pixel goes, in sixteenths (Floyd and Steinberg, 1976). */
const SHARES = [
  { right: 1, down: 0, share: 7 },
  { right: -1, down: 1, share: 3 },
  { right: 0, down: 1, share: 5 },
  { right: 1, down: 1, share: 1 },
] as const;

function nearest(palette: readonly Colour[], red: number, green: number, blue: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, colour] of palette.entries()) {
    const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
}

/**
 * Gives each pixel of an RGBA picture its place in the palette, and passes on what that got wrong to the
 * pixels beside and below. A colour that the palette holds keeps it, so that plain areas stay plain.
 */
export function dither(rgba: Uint8Array, width: number, palette: readonly Colour[]): Uint8Array {
  const height = rgba.length / 4 / width;
  const exact = new Map(
    palette.map(([red, green, blue], at) => [(red << 16) | (green << 8) | blue, at]),
  );
  const errors = new Float32Array(rgba.length);
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    const at = pixel * 4;
    const own = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
    const wanted = [0, 1, 2].map((c) => (rgba[at + c] ?? 0) + (errors[at + c] ?? 0));
    const index =
      exact.get(own) ?? nearest(palette, wanted[0] ?? 0, wanted[1] ?? 0, wanted[2] ?? 0);
    indices[pixel] = index;
    if (exact.has(own)) continue;
    for (const { right, down, share } of SHARES) {
      const x = (pixel % width) + right;
      if (x < 0 || x >= width) continue;
      const to = at + (down * width + right) * 4;
      for (const c of [0, 1, 2]) {
        const error = (wanted[c] ?? 0) - (palette[index]?.[c] ?? 0);
        if (to + c < errors.length) errors[to + c] = (errors[to + c] ?? 0) + (error * share) / 16;
      }
    }
  }
  return indices;
}
