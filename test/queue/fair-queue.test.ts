import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueClosedError } from '../../src/queue/fair-queue.ts';
import { bench, never, queueOf } from '../support/queue-bench.ts';

describe('a fair queue', () => {
  it('takes servers in turn, then members', async () => {
    const { order, enter, drain } = bench(queueOf(1).queue);
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
    const { order, enter, drain } = bench(queueOf(1).queue);
    const jobs = Array.from({ length: 20 }, (_, index) => enter(`a${index}`, 'A', 'ann'));
    jobs.push(enter('lone', 'A', 'amy'));
    await drain();
    await Promise.all(jobs);
    expect(order.indexOf('lone')).toBe(2);
  });

  it('takes 200 and runs each once, never more at a time than it may', async () => {
    const { queue } = queueOf(4);
    let most = 0;
    const jobs = Array.from({ length: 200 }, async (_, index) => {
      const admission = queue.admit({ guildId: `g${index % 3}`, userId: `u${index % 7}` }, 1);
      if (admission.kind !== 'admitted') throw new Error(admission.kind);
      return admission.seats.run(async () => {
        most = Math.max(most, queue.running);
        await Promise.resolve();
        return index;
      }, never);
    });
    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(most).toBe(4);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('gives a place back when work fails', async () => {
    const { queue } = queueOf(1, { perMember: 1 });
    const { seats, enter, drain } = bench(queue);
    const first = queue.admit({ guildId: 'A', userId: 'ann' }, 1);
    if (first.kind !== 'admitted') throw new Error(first.kind);
    const failing = first.seats.run(() => Promise.reject(new Error('no paint')), never);
    await expect(failing).rejects.toThrow('no paint');
    expect(() => seats('A', 'ann', 2)).toThrow('full');
    const next = enter('next', 'A', 'ann');
    await drain();
    await next;
  });

  it('lets go of what is aborted while it waits', async () => {
    const { queue } = queueOf(1);
    const { order, enter, end, drain } = bench(queue);
    const leaving = new AbortController();
    const first = enter('first', 'A', 'ann');
    const second = enter('second', 'A', 'ann', leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await end('first');
    await first;
    await drain();
    expect(order).toEqual(['first']);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('refuses what waits and what comes once it is closed, and lets the rest end', async () => {
    const { queue } = queueOf(1);
    const { enter, end } = bench(queue);
    const first = enter('first', 'A', 'ann');
    const second = enter('second', 'B', 'bob');
    queue.close();
    await expect(second).rejects.toBeInstanceOf(QueueClosedError);
    expect(queue.admit({ guildId: 'A', userId: 'ann' }, 1)).toEqual({ kind: 'closed' });
    await end('first');
    await expect(first).resolves.toBeUndefined();
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });
});

describe('the room in a queue', () => {
  it.each([
    ['a member', 'member', { perMember: 5 }, 5],
    ['a server', 'server', { perServer: 6 }, 6],
    ['everybody', 'bot', { total: 7 }, 7],
  ] as const)('ends for %s, and all come in or none', (_, of, options, limit) => {
    const { queue } = queueOf(1, options);
    const party = { guildId: 'A', userId: 'ann' };
    expect(queue.admit(party, 4).kind).toBe('admitted');
    expect(queue.admit(party, 4)).toEqual({ kind: 'full', of, limit });
    expect(queue.admit(party, limit - 4).kind).toBe('admitted');
    expect(queue.admit(party, 1)).toEqual({ kind: 'full', of, limit });
  });

  it('is another for another member, and for another server', () => {
    const { queue } = queueOf(1, { perMember: 1, perServer: 2 });
    expect(queue.admit({ guildId: 'A', userId: 'ann' }, 1).kind).toBe('admitted');
    expect(queue.admit({ guildId: 'A', userId: 'amy' }, 1).kind).toBe('admitted');
    expect(queue.admit({ guildId: 'A', userId: 'abe' }, 1)).toMatchObject({ of: 'server' });
    expect(queue.admit({ guildId: 'B', userId: 'ann' }, 1).kind).toBe('admitted');
  });

  it('is given back by seats that nobody took, once', () => {
    const { queue } = queueOf(1, { perMember: 2 });
    const party = { guildId: 'A', userId: 'ann' };
    const admission = queue.admit(party, 2);
    if (admission.kind !== 'admitted') throw new Error(admission.kind);
    admission.seats.leave();
    admission.seats.leave();
    expect(queue.admit(party, 3).kind).toBe('full');
    expect(queue.admit(party, 2).kind).toBe('admitted');
  });

  it('is given back by work that ended, and by work that was aborted', async () => {
    const { queue } = queueOf(1, { perMember: 2 });
    const { seats, end } = bench(queue);
    const leaving = new AbortController();
    const both = seats('A', 'ann', 2);
    const first = both.run('first');
    const second = both.run('second', leaving.signal);
    expect(() => seats('A', 'ann', 1)).toThrow('full');
    leaving.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await end('first');
    await first;
    expect(seats('A', 'ann', 2).standing()).toMatchObject({ running: 0, waiting: 0 });
  });
});

describe('whatever the order of events', () => {
  it('everything that is not aborted is begun exactly once', async () => {
    const entry = fc.record({
      guild: fc.integer({ min: 0, max: 3 }),
      user: fc.integer({ min: 0, max: 2 }),
      aborted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 40 }), async (entries) => {
        const { queue } = queueOf(2);
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
        const everybody = queue.admit({ guildId: 'g0', userId: 'u0' }, 1_000);
        expect(everybody.kind).toBe('admitted');
      }),
      { numRuns: 100 },
    );
  });
});
