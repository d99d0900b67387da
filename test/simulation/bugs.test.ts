import { describe, expect, it } from 'vitest';
import { type Bug, BUGS } from './bugs.ts';
import { playHistory } from './history.ts';

const SEEDS = 300;

/** Caught so often, a bug is not looked for any longer. */
const ENOUGH = 5;

/** Few pictures meet a crash just when they are posted by themselves. */
const MORE_SEEDS = 900;

describe('the simulation sees', () => {
  it.each(Object.entries(BUGS))('%s', async (name, bug: Bug) => {
    const seeds = bug.isRare === true ? MORE_SEEDS : SEEDS;
    const caught: string[] = [];
    let seed = 0;
    while (seed < seeds && caught.length < ENOUGH) {
      seed += 1;
      const { problem } = await playHistory(seed, { bug });
      if (problem !== undefined) caught.push(problem.slice(0, 2));
    }
    console.log(`${name}: in ${caught.length} of ${seed} histories (${caught.join(', ')})`);
    expect(caught).not.toEqual([]);
  });
});
