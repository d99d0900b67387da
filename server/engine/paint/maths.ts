/**
 * Arithmetic that gives the same bits everywhere: only + - * / and square roots, which IEEE 754
 * fixes; the language leaves the accuracy of Math.sin and its kin to the platform.
 */

/** Sine of an angle in turns, within 0.002 (Bhaskara's rational form). */
export function sine(turns: number): number {
  const t = turns - Math.floor(turns);
  const half = t < 0.5 ? t * 2 : t * 2 - 1;
  const p = half * (1 - half);
  const value = (16 * p) / (5 - 4 * p);
  return t < 0.5 ? value : -value;
}

/** Cosine of an angle in turns, within 0.002. */
export const cosine = (turns: number): number => sine(turns + 0.25);

/** `value` held between `low` and `high`. */
export const clamp = (value: number, low = 0, high = 1): number =>
  value < low ? low : value > high ? high : value;

/** From `a` at t = 0 to `b` at t = 1. */
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 below `from`, 1 above `to`, and an even S between. */
export function smooth(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** Length of a vector; Math.hypot may round differently between platforms. */
export const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);
