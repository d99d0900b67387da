import type { Random } from './random.ts';

/** Smooth random fields over the plane. */
export interface Noise {
  /** 0 to 1, smooth, one bump per unit. */
  at(x: number, y: number): number;
  /** 0 to 1, `octaves` layers, each twice as fine and half as strong. */
  layers(x: number, y: number, octaves: number): number;
}

/** `period` (a power of two) is where the field repeats, in units, on both axes. */
export function createNoise(random: Random, period = 256): Noise {
  const mask = period - 1;
  const lattice = new Float32Array(period * period);
  for (let i = 0; i < lattice.length; i++) lattice[i] = random.next();
  const at = (x: number, y: number): number => {
    const xi = Math.floor(x);
    const yi = Math.floor(y);
    let fx = x - xi;
    let fy = y - yi;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    const left = xi & mask;
    const right = (xi + 1) & mask;
    const top = (yi & mask) * period;
    const bottom = ((yi + 1) & mask) * period;
    const a = lattice[top + left] ?? 0;
    const b = lattice[top + right] ?? 0;
    const c = lattice[bottom + left] ?? 0;
    const d = lattice[bottom + right] ?? 0;
    const upper = a + (b - a) * fx;
    return upper + (c + (d - c) * fx - upper) * fy;
  };
  const layers = (x: number, y: number, octaves: number): number => {
    let sum = 0;
    let weight = 0.5;
    let total = 0;
    for (let i = 0; i < octaves; i++) {
      sum += at(x, y) * weight;
      total += weight;
      weight *= 0.5;
      x = x * 2 + 19;
      y = y * 2 + 47;
    }
    return sum / total;
  };
  return { at, layers };
}
