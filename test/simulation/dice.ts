/** Seeded randomness: the same seed gives the same throws, on every machine. */
export interface Dice {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Dice for a seed. `purpose` keeps streams apart, so that more throws of one do not shift another. */
export function createDice(seed: number, purpose: number): Dice {
  let state = (Math.imul(seed, 0x9e37_79b1) ^ Math.imul(purpose + 1, 0x85eb_ca6b)) >>> 0;

  /** Mulberry32: 32 bits of state, each value visited once. */
  function next(): number {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}
