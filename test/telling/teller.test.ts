import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { BrokenDocumentError, type Document } from '../../src/storage/store.ts';
import { createTeller, type Outbox } from '../../src/telling/teller.ts';
import { type Answer, tellingRoom } from '../support/telling.ts';

const documentOf = (key: string): Document<number> => ({ key, schema: z.int() });

/** Messages of an outbox whose rows hold numbers; channels are named as their servers are. */
const numbers = (compose: Partial<Outbox<number>> = {}): Outbox<number> => ({
  prefix: 'due:',
  documentOf,
  compose: (key, row) => {
    const [, channelId = ''] = key.split(':');
    return Promise.resolve({ channelId, content: String(row) });
  },
  factsOf: (key) => ({ key }),
  words: {
    said: 'it was said',
    refused: 'it was refused',
    late: 'it is late',
    failed: 'it failed',
  },
  ...compose,
});

async function scene(answer?: Answer, outbox: Outbox<number> = numbers()) {
  const { room, ...rest } = await tellingRoom(answer);
  const teller = createTeller(outbox, room);
  onTestFinished(() => teller.stop());
  return {
    ...rest,
    teller,
    leave: (...rows: readonly (readonly [server: string, row: number])[]) =>
      Promise.all(
        rows.map(([server, row]) =>
          rest.store.update({ it: documentOf(`due:${server}:${row}`) }, () => ({
            answer: undefined,
            write: { it: row },
          })),
        ),
      ),
    left: () => rest.store.keys('due:'),
    /** What was said, as in `a1`. */
    told: () => rest.said.map(({ channelId, content }) => `${channelId}${content}`),
  };
}

describe('rows that wait to be told', () => {
  it('are told in the order of each server, one of each server after another', async () => {
    const { teller, leave, told, left, waiting } = await scene();
    await leave(['a', 1], ['a', 2], ['a', 3], ['b', 4], ['b', 5], ['c', 6]);
    teller.start();
    await waiting(1);
    expect(told()).toEqual(['a1', 'b4', 'c6', 'a2', 'b5', 'a3']);
    expect(await left()).toEqual([]);
  });

  it('are told in an order of their own where they have one', async () => {
    const backwards = numbers({ compare: (one, other) => (one < other ? 1 : -1) });
    const { teller, leave, told, waiting } = await scene(undefined, backwards);
    await leave(['a', 1], ['a', 2], ['b', 1], ['b', 2]);
    teller.start();
    await waiting(1);
    expect(told()).toEqual(['a2', 'b2', 'a1', 'b1']);
  });

  it('let one that comes in the middle have its turn before all of another server’s', async () => {
    const { teller, leave, told, waiting } = await scene(async (_, count) => {
      if (count === 2) {
        await leave(['b', 1]);
        teller.ring();
      }
      return { kind: 'said' };
    });
    await leave(['a', 1], ['a', 2], ['a', 3], ['a', 4]);
    teller.start();
    await waiting(2);
    expect(told()).toEqual(['a1', 'a2', 'a3', 'b1', 'a4']);
  });

  it('wait behind one of their own server whose answer was lost, and behind no other’s', async () => {
    let isLost = true;
    const { teller, leave, told, left, waiting, waits } = await scene(({ channelId }) => ({
      kind: channelId === 'a' && isLost ? 'lost' : 'said',
    }));
    await leave(['a', 1], ['a', 2], ['b', 3], ['b', 4]);
    teller.start();
    await waiting(1);
    expect(told()).toEqual(['a1', 'b3', 'b4']);
    expect(await left()).toEqual(['due:a:1', 'due:a:2']);
    isLost = false;
    waits[0]?.end();
    await waiting(2);
    expect(told().slice(3)).toEqual(['a1', 'a2']);
    expect(await left()).toEqual([]);
    expect(waits.map(({ ms }) => ms)).toEqual([1_000, 3_600_000]);
  });

  it('are dropped where nothing is to be said', async () => {
    const silent = numbers({ compose: () => Promise.resolve(undefined) });
    const { teller, leave, told, left, waiting, lines } = await scene(undefined, silent);
    await leave(['a', 1]);
    teller.start();
    await waiting(1);
    expect([told(), await left(), lines]).toEqual([[], [], []]);
  });
});

describe('rows that cannot be told', () => {
  it('stay where they are broken, and the next ones are told', async () => {
    const { teller, store, leave, told, left, waiting, waits, lines } = await scene();
    const broken = { key: 'due:a:1', schema: z.unknown() };
    await store.update({ broken }, () => ({ answer: undefined, write: { broken: 'no number' } }));
    await leave(['a', 2]);
    teller.start();
    await waiting(1);
    expect(told()).toEqual(['a2']);
    expect(await left()).toEqual(['due:a:1']);
    expect(waits[0]?.ms).toBe(3_600_000);
    expect(lines.join()).toContain('it failed');
  });

  it('stay together where what all of them need is broken, told of once', async () => {
    const stuck = numbers({
      compose: (key) =>
        key.includes(':a:')
          ? Promise.reject(new BrokenDocumentError('settings:a'))
          : numbers().compose(key, 0),
    });
    const { teller, leave, told, left, waiting, waits, lines } = await scene(undefined, stuck);
    await leave(['a', 1], ['a', 2], ['b', 3]);
    teller.start();
    await waiting(1);
    expect(told()).toEqual(['b0']);
    expect(await left()).toEqual(['due:a:1', 'due:a:2']);
    expect(lines.filter((line) => line.includes('it failed'))).toHaveLength(1);
    expect(waits[0]?.ms).toBe(3_600_000);
  });

  it('are tried again where the database fails', async () => {
    const failing = numbers({ compose: () => Promise.reject(new Error('no database')) });
    const { teller, leave, left, waiting, waits } = await scene(undefined, failing);
    await leave(['a', 1]);
    teller.start();
    await waiting(1);
    expect(await left()).toEqual(['due:a:1']);
    expect(waits[0]?.ms).toBe(1_000);
  });
});
