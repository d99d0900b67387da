import { describe, expect, it, onTestFinished } from 'vitest';
import { createRounds, type RoundSignals } from '../src/rounds.ts';
import { waits } from './support/waits.ts';

/** Rounds that answer one after another what a test says, and then that everything is done. */
function scene(...answers: boolean[]) {
  const { wait, waited } = waits();
  const cut = new AbortController();
  const seen: RoundSignals[] = [];
  const round = (signals: RoundSignals) => {
    seen.push(signals);
    return Promise.resolve(answers.shift() ?? true);
  };
  const rounds = createRounds(round, { clock: { wait }, cut: cut.signal, everyMs: 3_600_000 });
  onTestFinished(() => rounds.stop());
  return { rounds, cut, seen, waited };
}

describe('work that is looked after in rounds', () => {
  it('waits longer and longer while something is left, and begins anew once nothing is', async () => {
    const { rounds, waited } = scene(false, false, true, false);
    rounds.start();
    const pauses: number[] = [];
    for (let count = 1; count <= 5; count += 1) {
      const { ms, end } = await waited(count);
      pauses.push(ms);
      end();
    }
    expect(pauses).toEqual([1_000, 5_000, 3_600_000, 1_000, 3_600_000]);
  });

  it('is looked after at once when the bell rings, and the round before knows it', async () => {
    const { rounds, seen, waited } = scene();
    rounds.start();
    await waited(1);
    rounds.ring();
    await waited(2);
    expect(seen.map(({ rung }) => rung.aborted)).toEqual([true, false]);
  });

  it.each(['stopped', 'cut'])('is not looked after any more once it is %s', async (how) => {
    const { rounds, cut, seen, waited } = scene();
    rounds.start();
    await waited(1);
    if (how === 'cut') cut.abort();
    await rounds.stop();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.over.aborted).toBe(true);
  });
});
