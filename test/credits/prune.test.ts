import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/credits/accounts.ts';
import { doneKey } from '../../src/credits/documents.ts';
import { prune } from '../../src/credits/prune.ts';
import { snowflakeAt } from '../../src/snowflake.ts';
import type { Store } from '../../src/storage/store.ts';
import { bookStore, rowsIn } from '../support/book-store.ts';
import { limitsOf, orderOf } from '../support/ledger-books.ts';
import { GUILD, idAt, USER } from '../support/snowflakes.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const never = new AbortController().signal;
const done = (...times: number[]) =>
  Object.fromEntries(times.map((ms) => [doneKey(idAt(ms)), { v: 2, captured: 6 }]));

const pruned = async (store: Store, now = NOON + 365 * 86_400_000) => {
  await prune(store, () => now, never);
  return rowsIn(store);
};

const server = (guild: string, month: string) => ({
  [`credits:${guild}:${month}`]: { v: 2 },
  [`credits:${guild}:${month}:c:1`]: { v: 2 },
  [`credits:${guild}:${month}:u:${USER}`]: { v: 2 },
});

describe('resolved interactions', () => {
  it('are forgotten 20 minutes after the last one, and older ones are refused', async () => {
    const store = await bookStore(done(NOON, NOON - 20 * MINUTE, NOON - 20 * MINUTE - 1));
    expect(await pruned(store)).toEqual({
      ...done(NOON, NOON - 20 * MINUTE),
      'done-floor': { v: 2, floor: snowflakeAt(NOON - 20 * MINUTE) },
    });
  });

  it('are kept when the host’s clock says it is earlier, and forgotten no sooner when it is late', async () => {
    const rows = done(NOON, NOON - 30 * MINUTE, NOON - 90 * MINUTE);
    const store = await bookStore(rows);
    expect(await pruned(store, NOON - 60 * MINUTE)).toEqual({
      ...done(NOON, NOON - 30 * MINUTE),
      'done-floor': { v: 2, floor: snowflakeAt(NOON - 80 * MINUTE) },
    });
    expect(await pruned(store, 0)).toMatchObject(done(NOON, NOON - 30 * MINUTE));
  });

  it('are forgotten below a floor that is higher, which stays', async () => {
    const floor = { 'done-floor': { v: 2, floor: snowflakeAt(NOON) } };
    const store = await bookStore({ ...done(NOON - MINUTE, NOON - 30 * MINUTE), ...floor });
    expect(await pruned(store)).toEqual({ ...done(NOON - MINUTE), ...floor });
  });

  it('leave everything as it is when there are none', async () => {
    const rows = { [`credits:${GUILD}:2020-01`]: 'old' };
    expect(await pruned(await bookStore(rows))).toEqual(rows);
  });

  it('are never forgotten before older ones are refused', async () => {
    const store = await bookStore(done(NOON, NOON - 60 * MINUTE));
    const steps: unknown[] = [];
    const watched: Store = {
      ...store,
      update: (documents, change) => {
        steps.push(Object.keys(documents));
        return store.update(documents, change);
      },
      removeRange: async (from, until) => {
        steps.push('remove', (await store.keys('done-floor')).length);
        return store.removeRange(from, until);
      },
    };
    await pruned(watched);
    expect(steps).toEqual([['floor'], 'remove', 1]);
  });

  it('cannot be charged again by an old duplicate', async () => {
    const store = await bookStore({});
    const accounts = createAccounts(store, 'boot');
    const first = orderOf(idAt(NOON - 60 * MINUTE));
    const last = orderOf(idAt(NOON));
    for (const order of [first, last]) {
      await accounts.hold(order, limitsOf());
      await accounts.resolve(order, 1);
    }
    await pruned(store);
    expect(await accounts.hold(first, limitsOf())).toEqual({ kind: 'seen-before' });
  });
});

describe('old months', () => {
  it('are deleted when 13 newer ones are kept, server by server', async () => {
    const kept = {
      ...server('20', '2025-11'),
      ...server('200', '2026-01'),
      ...server('200', '2026-11'),
      ...server('3', '2026-11'),
    };
    const old = {
      ...server('20', '2025-10'),
      ...server('200', '2019-12'),
      ...server('200', '2025-10'),
      ...server('9', '2024-02'),
    };
    const rest = { [`cooldown:20:${USER}`]: { v: 1 }, 'credits:odd': 1 };
    const store = await bookStore({ ...kept, ...old, ...rest, ...done(NOON) });
    const { 'done-floor': _, ...rows } = await pruned(store);
    expect(rows).toEqual({ ...kept, ...rest, ...done(NOON) });
  });

  it('are judged by the earlier of the books’ clock and the host’s', async () => {
    const rows = { ...server('20', '2025-10'), ...server('20', '2025-09') };
    const store = await bookStore({ ...rows, ...done(NOON) });
    expect(await pruned(store, Date.UTC(2026, 8, 30))).toMatchObject(rows);
    const late = await bookStore({ ...rows, ...done(Date.UTC(2026, 9, 1)) });
    const left = await pruned(late);
    expect(left).toMatchObject(server('20', '2025-10'));
    expect(left).not.toHaveProperty(['credits:20:2025-09']);
  });

  it('wait for the next time when the bot stops', async () => {
    const rows = server('20', '2025-10');
    const store = await bookStore({ ...rows, ...done(NOON) });
    await prune(store, () => NOON, AbortSignal.abort());
    expect(await rowsIn(store)).toMatchObject(rows);
  });
});
