import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bench, queueOf } from '../support/queue-bench.ts';

describe('the standing in a queue', () => {
  it('says how many come first, and what is measured of the time', async () => {
    const { queue, clock } = queueOf(1);
    const { seats, enter, end } = bench(queue);
    const ann = enter('a1', 'A', 'ann');
    const second = enter('a2', 'A', 'ann');
    const bob = seats('B', 'bob', 2);
    const jobs = [bob.run('b1'), bob.run('b2')];
    expect(bob.standing()).toEqual({ running: 0, waiting: 2, ahead: 1 });
    clock.now = 4_000;
    await end('a1');
    expect(bob.standing()).toEqual({
      running: 0,
      waiting: 2,
      ahead: 0,
      each: 4_000,
      startsIn: 4_000,
    });
    clock.now = 5_000;
    expect(bob.standing()).toMatchObject({ startsIn: 3_000 });
    await end('a2');
    expect(bob.standing()).toMatchObject({ running: 1, waiting: 1, ahead: 0 });
    await end('b1');
    await end('b2');
    await Promise.all([ann, second, ...jobs]);
    expect(bob.standing()).toMatchObject({ running: 0, waiting: 0, ahead: 0 });
  });

  it('is exact: nobody is begun earlier or later than it says', async () => {
    const entry = fc.record({
      guild: fc.integer({ min: 0, max: 3 }),
      user: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 30 }), async (entries) => {
        const { order, seats, drain } = bench(queueOf(1).queue);
        const all = entries.map(({ guild, user }, index) => {
          const own = seats(`g${guild}`, `u${user}`, 1);
          return { own, job: own.run(String(index)) };
        });
        const told = all.map(({ own }) => own.standing());
        await drain();
        await Promise.all(all.map(({ job }) => job));
        for (const [index, { running, ahead }] of told.entries()) {
          expect(order.indexOf(String(index))).toBe(running === 1 ? 0 : ahead + 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('moves when somebody enters, begins, ends or leaves', async () => {
    const { queue } = queueOf(1);
    const { enter, end } = bench(queue);
    const leaving = new AbortController();
    const steps: (() => Promise<unknown> | void)[] = [
      () => void enter('a', 'A', 'ann'),
      () => void enter('b', 'A', 'ann', leaving.signal).catch(() => {}),
      () => leaving.abort(),
      () => end('a'),
    ];
    for (const step of steps) {
      const moved = queue.moved();
      await step();
      await expect(moved).resolves.toBeUndefined();
    }
  });
});
