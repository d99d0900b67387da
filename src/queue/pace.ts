/** How much the newest piece of work counts. */
const NEWEST = 0.2;

/** How long work has taken lately, in milliseconds; undefined before any was measured. */
export const averaged = (before: number | undefined, newest: number): number =>
  before === undefined ? newest : (1 - NEWEST) * before + NEWEST * newest;

/** What an estimate is made from; times in milliseconds. */
export interface Pace {
  /** How long a piece of work takes. */
  readonly each: number;
  /** How long each piece that is being worked on has taken already. */
  readonly elapsed: readonly number[];
  /** Pieces that can be worked on at once. */
  readonly concurrency: number;
}

/**
 * In how many milliseconds the work at a place of the line begins, 1 being the next: every piece that
 * comes before is given to the hands that are free first.
 */
export function startsIn(place: number, { each, elapsed, concurrency }: Pace): number {
  const free = Array.from({ length: concurrency }, (_, hand) => {
    const busySince = elapsed[hand];
    return busySince === undefined ? 0 : Math.max(0, each - busySince);
  });
  let start = 0;
  for (let turn = 0; turn < place; turn += 1) {
    start = Math.min(...free);
    free[free.indexOf(start)] = start + each;
  }
  return start;
}
