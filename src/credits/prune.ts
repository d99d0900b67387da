import { compareSnowflakes, snowflakeAt, snowflakeTime } from '../snowflake.ts';
import type { Store } from '../storage/store.ts';
import { CREDITS_PREFIX, DONE_PREFIX, doneKey, floorDocument } from './documents.ts';
import { monthOf } from './month.ts';

/** How long a resolved interaction is remembered: an interaction's token lives 15 minutes. */
const REMEMBER_MS = 20 * 60_000;

/** How many months are kept, the running one among them. */
const MONTHS_KEPT = 13;

/** The last interaction that was resolved; undefined when none is remembered. */
async function newestDone(store: Store): Promise<string | undefined> {
  let newest: string | undefined;
  for await (const { key } of store.scan(DONE_PREFIX)) {
    const id = key.slice(DONE_PREFIX.length);
    if (/^\d{20}$/.test(id)) newest = id;
  }
  return newest;
}

/** Forgets what was resolved before an interaction's time; older interactions are refused first. */
async function forgetBefore(store: Store, horizon: string): Promise<void> {
  await store.update({ floor: floorDocument }, ({ floor }) => {
    const higher = compareSnowflakes(horizon, floor?.floor ?? '0') > 0;
    return {
      answer: undefined,
      ...(higher && { write: { floor: { v: 2 as const, floor: horizon } } }),
    };
  });
  await store.removeRange(DONE_PREFIX, doneKey(horizon));
}

/** The month so many before another, both as `YYYY-MM`. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - count)).toISOString().slice(0, 7);
}

/** Deletes every server's months before the oldest that is kept. Jumps from server to server. */
async function deleteMonths(store: Store, oldest: string, signal: AbortSignal): Promise<void> {
  let from = CREDITS_PREFIX;
  for (;;) {
    if (signal.aborted) return;
    const next = await store.scan(CREDITS_PREFIX, from)[Symbol.asyncIterator]().next();
    if (next.done === true) return;
    const { key } = next.value;
    const server = /^credits:\d+:/.exec(key)?.[0];
    if (server !== undefined && key < `${server}${oldest}`) {
      await store.removeRange(server, `${server}${oldest}`);
    }
    from = server === undefined ? `${key}\0` : `${server.slice(0, -1)};`;
  }
}

/**
 * Deletes what the books need no more: interactions that were resolved more than 20 minutes ago, and
 * months older than 13. What time it is, is told by the last resolved interaction, which is Discord's
 * clock, or by the host's where that is earlier: neither clock running ahead alone deletes anything.
 */
export async function prune(store: Store, now: () => number, signal: AbortSignal): Promise<void> {
  const newest = await newestDone(store);
  if (newest === undefined) return;
  const today = Math.min(snowflakeTime(newest), now());
  await forgetBefore(store, snowflakeAt(today - REMEMBER_MS));
  await deleteMonths(store, monthsBefore(monthOf(snowflakeAt(today)), MONTHS_KEPT - 1), signal);
}
