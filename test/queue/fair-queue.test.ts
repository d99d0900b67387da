import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairQueue, type FairQueue, QueueClosedError } from '../../src/queue/fair-queue.ts';

const never = new AbortController().signal;

/** Work that says when it starts and ends when told. */
function bench(queue: FairQueue) {
  const order: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const enter = (name: string, guildId: string, userId: string, signal = never) => {
    const gate = Promise.withResolvers<void>();
    gates.set(name, gate);
    const work = () => {
      order.push(name);
      return gate.promise;
    };
    return queue.run({ guildId, userId }, work, signal);
  };
  /** Ends whatever runs, one after the other, until nothing is left. */
  const drain = async () => {
    for (let done = 0; done < gates.size; done += 1) {
      await turn();
      const name = order[done];
      if (name === undefined) break;
      gates.get(name)?.resolve();
    }
  };
  return { order, enter, drain, gates };
}

describe('a fair queue', () => {
  it('takes servers in turn, then members', async () => {
    const { order, enter, drain } = bench(createFairQueue(1));
    const jobs = [
      ...['a1', 'a2', 'a3'].map((name) => enter(name, 'A', 'ann')),
      enter('a4', 'A', 'amy'),
      enter('b1', 'B', 'bob'),
    ];
    await drain();
    await Promise.all(jobs);
    expect(order).toEqual(['a1', 'a2', 'b1', 'a4', 'a3']);
  });

  it('lets a lone member behind another’s twenty wait for one', async () => {
    const { order, enter, drain } = bench(createFairQueue(1));
    const jobs = Array.from({ length: 20 }, (_, index) => enter(`a${index}`, 'A', 'ann'));
    jobs.push(enter('lone', 'A', 'amy'));
    await drain();
    await Promise.all(jobs);
    expect(order.indexOf('lone')).toBe(2);
  });

  it('takes 200 and runs each once, never more at a time than it may', async () => {
    const queue = createFairQueue(4);
    let most = 0;
    const jobs = Array.from({ length: 200 }, (_, index) =>
      queue.run(
        { guildId: `g${index % 3}`, userId: `u${index % 7}` },
        async () => {
          most = Math.max(most, queue.running);
          await Promise.resolve();
          return index;
        },
        never,
      ),
    );
    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(most).toBe(4);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('gives a place back when work fails', async () => {
    const queue = createFairQueue(1);
    const party = { guildId: 'A', userId: 'ann' };
    const failing = queue.run(party, () => Promise.reject(new Error('no paint')), never);
    await expect(failing).rejects.toThrow('no paint');
    await expect(queue.run(party, () => Promise.resolve(1), never)).resolves.toBe(1);
  });

  it('lets go of what is aborted while it waits', async () => {
    const queue = createFairQueue(1);
    const { order, enter, gates, drain } = bench(queue);
    const leaving = new AbortController();
    const first = enter('first', 'A', 'ann');
    const second = enter('second', 'A', 'ann', leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    gates.get('first')?.resolve();
    await first;
    await drain();
    expect(order).toEqual(['first']);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('refuses what waits and what comes once it is closed, and lets the rest end', async () => {
    const queue = createFairQueue(1);
    const { enter, gates } = bench(queue);
    const first = enter('first', 'A', 'ann');
    const second = enter('second', 'B', 'bob');
    queue.close();
    await expect(second).rejects.toBeInstanceOf(QueueClosedError);
    await expect(enter('third', 'A', 'ann')).rejects.toBeInstanceOf(QueueClosedError);
    gates.get('first')?.resolve();
    await expect(first).resolves.toBeUndefined();
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('starts everything that is not aborted exactly once, whatever the order of events', async () => {
    const entry = fc.record({
      guild: fc.integer({ min: 0, max: 3 }),
      user: fc.integer({ min: 0, max: 2 }),
      aborted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 40 }), async (entries) => {
        const queue = createFairQueue(2);
        const { order, enter, drain } = bench(queue);
        const jobs = entries.map(({ guild, user, aborted }, index) => {
          const controller = new AbortController();
          const job = enter(String(index), `g${guild}`, `u${user}`, controller.signal);
          if (aborted && !order.includes(String(index))) controller.abort();
          return job.catch(() => 'aborted');
        });
        await drain();
        const results = await Promise.all(jobs);
        expect(new Set(order).size).toBe(order.length);
        expect(order.length).toBe(results.filter((result) => result !== 'aborted').length);
        expect([queue.running, queue.waiting]).toEqual([0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
