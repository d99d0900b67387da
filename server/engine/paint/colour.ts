import { clamp } from './maths.ts';

/** Red, green, blue, each 0 to 1, gamma-encoded as in sRGB. */
export type Rgb = readonly [number, number, number];

/** A colour from its six hexadecimal digits. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** From `a` at t = 0 to `b` at t = 1. */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Brightness multiplied by `k`. */
export const scale = (c: Rgb, k: number): Rgb => [c[0] * k, c[1] * k, c[2] * k];

/** How bright a colour looks, 0 to 1. */
export const luma = (r: number, g: number, b: number): number => 0.3 * r + 0.59 * g + 0.11 * b;

/** Greyer below 1, more vivid above. */
export function saturate(c: Rgb, k: number): Rgb {
  const grey = luma(c[0], c[1], c[2]);
  return [
    clamp(grey + (c[0] - grey) * k),
    clamp(grey + (c[1] - grey) * k),
    clamp(grey + (c[2] - grey) * k),
  ];
}

/** The colour at `t` on a ramp of stops, which rise in `at`. */
export function ramp(stops: readonly { at: number; colour: Rgb }[], t: number): Rgb {
  let previous = stops[0];
  if (!previous) return [0, 0, 0];
  for (const stop of stops) {
    if (t <= stop.at) {
      const gap = stop.at - previous.at;
      return gap <= 0 ? stop.colour : mix(previous.colour, stop.colour, (t - previous.at) / gap);
    }
    previous = stop;
  }
  return previous.colour;
}
