import { describe, expect, it } from 'vitest';
import { type Bug, BUGS } from './bugs.ts';
import { playHistory } from './history.ts';

const SEEDS = 300;

/** Few pictures meet a crash just when they are posted by themselves. */
const MORE_SEEDS = 900;

describe('the simulation sees', () => {
  it.each(Object.entries(BUGS))('%s', async (name, bug: Bug) => {
    const seeds = bug.isRare === true ? MORE_SEEDS : SEEDS;
    const rules = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { problem } = await playHistory(seed, { bug });
      if (problem === undefined) continue;
      const rule = problem.slice(0, 2);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    const caught = [...rules.values()].reduce((sum, count) => sum + count, 0);
    const by = [...rules].map(([rule, count]) => `${rule} ${count}`).join(', ');
    console.log(`${name}: in ${caught} of ${seeds} histories (${by})`);
    expect(caught).toBeGreaterThan(0);
  });
});
