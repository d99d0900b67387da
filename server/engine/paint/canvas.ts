import { clamp } from './maths.ts';

/** Pixels being painted. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Three floats a pixel, 0 to 1, so that many soft layers leave no bands. */
  readonly rgb: Float32Array;
  /** Which layer covers each pixel: its place in the picture's list plus one. */
  readonly layer: Uint16Array;
}

/** A black canvas. */
export const createCanvas = (width: number, height: number): Canvas => ({
  width,
  height,
  rgb: new Float32Array(width * height * 3),
  layer: new Uint16Array(width * height),
});

/** Three bytes a pixel, with half a step of ordered dither against banding. */
export function toBytes(canvas: Canvas): Uint8Array<ArrayBuffer> {
  const { width, height, rgb } = canvas;
  const bytes = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dither = (((x * 5 + y * 3) & 7) + ((x ^ y) & 1) * 0.5) / 8;
      for (let c = 0; c < 3; c++, i++) {
        bytes[i] = Math.floor(clamp(rgb[i] ?? 0) * 254.999 + dither * 0.999);
      }
    }
  }
  return bytes;
}

/** Runs `change` over every pixel; it edits the three numbers it is handed. */
export function eachPixel(
  canvas: Canvas,
  change: (pixel: Float64Array, x: number, y: number, index: number) => void,
): void {
  const { width, height, rgb } = canvas;
  const pixel = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = i * 3;
      pixel[0] = rgb[at] ?? 0;
      pixel[1] = rgb[at + 1] ?? 0;
      pixel[2] = rgb[at + 2] ?? 0;
      change(pixel, x, y, i);
      rgb[at] = pixel[0] ?? 0;
      rgb[at + 1] = pixel[1] ?? 0;
      rgb[at + 2] = pixel[2] ?? 0;
    }
  }
}
