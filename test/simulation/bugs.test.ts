import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { BUGS } from './bugs.ts';
import { playHistory } from './history.ts';

const SEEDS = 300;
const log = pino({ level: 'silent' });

describe('a planted bug', () => {
  it.each(Object.entries(BUGS))('is seen: %s', async (name, bug) => {
    const rules = new Map<string, number>();
    let caught = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { problem } = await playHistory(seed, bug, log);
      if (problem === undefined) continue;
      caught += 1;
      const rule = problem.slice(0, 2);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    const by = [...rules].map(([rule, count]) => `${rule} ${count}`).join(', ');
    console.log(`${name}: ${caught} of ${SEEDS} (${by})`);
    expect(caught).toBeGreaterThan(0);
  });
});
