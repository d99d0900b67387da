import { describe, expect, it } from 'vitest';
import { playHistory } from './history.ts';
import { describeFailure } from './report.ts';

const SEEDS = 500;

/** Set to replay one history with everything that happened and everything the bot logged. */
const REPLAY = process.env['SIM_SEED'];

describe('every history', () => {
  it.runIf(REPLAY === undefined)(`charges what was delivered, in ${SEEDS} of them`, async () => {
    const failures: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const history = await playHistory(seed);
      if (history.problem !== undefined) failures.push(describeFailure(history));
    }
    expect(failures).toEqual([]);
  });

  it('is the same when its seed is played again', async () => {
    const [first, again] = [await playHistory(7), await playHistory(7)];
    expect(again).toEqual(first);
    expect(first.trace.length).toBeGreaterThan(50);
  });

  it.runIf(REPLAY !== undefined)(`of seed ${REPLAY} is replayed`, async () => {
    const history = await playHistory(Number(REPLAY), { talkative: true });
    console.log([...history.trace, history.problem ?? 'nothing went wrong'].join('\n'));
    expect(history.problem).toBeUndefined();
  });
});
