import { describe, expect, it } from 'vitest';
import { playHistory } from './history.ts';
import { describeFailure } from './report.ts';

/** Set to replay one history with everything that happened and everything that the bot logged. */
const REPLAY = process.env['SIM_SEED'];

const SEEDS =
  REPLAY === undefined ? Array.from({ length: 500 }, (_, index) => index + 1) : [Number(REPLAY)];

describe('every history', () => {
  it(`charges what was delivered (${SEEDS.length} of them)`, async () => {
    const failures: string[] = [];
    for (const seed of SEEDS) {
      const history = await playHistory(seed, { talkative: REPLAY !== undefined });
      if (REPLAY !== undefined) console.log(history.trace.join('\n'));
      if (history.problem !== undefined) failures.push(describeFailure(history));
    }
    expect(failures).toEqual([]);
  });

  it('is the same when its seed is played again', async () => {
    const first = await playHistory(7);
    expect(await playHistory(7)).toEqual(first);
    expect(first.trace.length).toBeGreaterThan(50);
  });
});
