import { describe, expect, it } from 'vitest';
import { averaged, startsIn } from '../../src/queue/pace.ts';

describe('how long work takes', () => {
  it('follows what was measured last, a fifth at a time', () => {
    expect(averaged(undefined, 4_000)).toBe(4_000);
    expect(averaged(4_000, 9_000)).toBe(5_000);
  });
});

describe('when the work at a place begins', () => {
  const each = 1_000;

  it.each([
    [1, 1, [], 0],
    [1, 1, [400], 600],
    [1, 1, [2_500], 0],
    [2, 1, [400], 1_600],
    [3, 2, [400, 100], 1_600],
    [4, 2, [400, 100], 1_900],
    [2, 4, [100, 100, 100], 900],
  ])('place %d with %d at once and %j elapsed: %d ms', (place, concurrency, elapsed, ms) => {
    expect(startsIn(place, { each, elapsed, concurrency })).toBe(ms);
  });
});
