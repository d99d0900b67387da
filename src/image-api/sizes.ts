import { type AspectRatio, hasRatio, SIDE, type Size } from './contract.ts';

/**
 * The size asked for when only a ratio was chosen: of the exact sizes the one nearest to a megapixel.
 * Width, height and ratio agree exactly, so a service may heed any of them.
 */
const DEFAULT_SIZES: Record<AspectRatio, Size> = {
  '1:1': { width: 1024, height: 1024 },
  '16:9': { width: 1024, height: 576 },
  '21:9': { width: 1344, height: 576 },
  '3:2': { width: 1344, height: 896 },
  '5:4': { width: 1280, height: 1024 },
  '4:5': { width: 1024, height: 1280 },
  '2:3': { width: 896, height: 1344 },
  '9:16': { width: 576, height: 1024 },
  '9:21': { width: 576, height: 1344 },
};

/** The size that stands for a ratio in a request. */
export function defaultSize(ratio: AspectRatio): Size {
  return DEFAULT_SIZES[ratio];
}

/** Every size of a ratio that the API document allows: exact, and a multiple of 64 on both sides. */
export function exactSizes(ratio: AspectRatio): Size[] {
  const sides = Array.from(
    { length: (SIDE.max - SIDE.min) / SIDE.step + 1 },
    (_, index) => SIDE.min + index * SIDE.step,
  );
  return sides
    .flatMap((width) => sides.map((height) => ({ width, height })))
    .filter((size) => hasRatio(size, ratio));
}
