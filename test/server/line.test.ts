import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLine } from '../../server/line.ts';
import { example, heldEngine, startServer } from '../support/image-server.ts';

describe('the line in front of the engine', () => {
  it('turns callers away with a time to come back when it is full', async () => {
    const { engine, open, painting } = heldEngine();
    const limits = { concurrency: 1, waiting: 0, perKey: 9 };
    const { post } = await startServer({ engine, limits });
    const first = post(example);
    await painting(1);
    const second = await post(example);
    expect(second.status).toBe(503);
    expect(second.headers.get('retry-after')).toBe('5');
    expect(second.body).toMatchObject({ code: -1, data: null });
    expect(open).toHaveLength(1);
    open[0]?.release();
    expect((await first).status).toBe(200);
    const third = post(example);
    await painting(2);
    open[1]?.release();
    expect((await third).status).toBe(200);
  });

  it('holds one key to its share', async () => {
    const { engine, open, painting } = heldEngine();
    const keys = ['k', 'other'].map((key) => ({ key, credits: 12 }));
    const limits = { concurrency: 2, waiting: 2, perKey: 1 };
    const { post } = await startServer({ engine, keys, limits });
    const headers = { 'content-type': 'application/json', authorization: 'other' };
    const first = post(example);
    await painting(1);
    const second = await post(example);
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('5');
    const other = post(example, { headers });
    await painting(2);
    for (const { release } of open) release();
    expect((await first).status).toBe(200);
    expect((await other).status).toBe(200);
    const third = post(example);
    await painting(3);
    open[2]?.release();
    expect((await third).status).toBe(200);
  });

  it('lets a caller who hangs up go, and gives the place to the next', async () => {
    const line = createLine({ concurrency: 1, waiting: 2, perKey: 9 });
    const places = [1, 2, 3].map(() => line.enter('k'));
    const [first, second, third] = places.map((place) =>
      typeof place === 'string' ? undefined : place,
    );
    const signal = new AbortController().signal;
    await first?.turn(signal);
    await expect(second?.turn(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    second?.leave();
    second?.leave();
    first?.leave();
    await third?.turn(signal);
    expect(typeof line.enter('k')).toBe('object');
  });

  it('never lets more in than fit, nor more of one key, nor more at once', async () => {
    const limits = fc.record({
      concurrency: fc.integer({ min: 1, max: 4 }),
      waiting: fc.integer({ min: 0, max: 4 }),
      perKey: fc.integer({ min: 1, max: 4 }),
    });
    const moves = fc.array(fc.record({ enter: fc.boolean(), key: fc.constantFrom('a', 'b') }));
    await fc.assert(
      fc.asyncProperty(limits, moves, async (bounds, steps) => {
        const line = createLine(bounds);
        const inside: { key: string; place: { leave(): void }; turn: { came: boolean } }[] = [];
        for (const { enter, key } of steps) {
          const place = enter ? line.enter(key) : 'full';
          if (typeof place === 'string') {
            inside.splice(0, enter ? 0 : 1)[0]?.place.leave();
          } else {
            const turn = { came: false };
            void place.turn(new AbortController().signal).then(() => (turn.came = true));
            inside.push({ key, place, turn });
          }
          await new Promise(setImmediate);
          expect(inside.length).toBeLessThanOrEqual(bounds.concurrency + bounds.waiting);
          expect(inside.filter((one) => one.key === key).length).toBeLessThanOrEqual(bounds.perKey);
          expect(inside.filter(({ turn }) => turn.came)).toEqual(
            inside.slice(0, bounds.concurrency),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
