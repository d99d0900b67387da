import type { Store } from '../storage/store.ts';
import { CREDITS_PREFIX, serverMonthDocument } from './documents.ts';
import { type MonthSums, monthsIn } from './report-months.ts';
import type { MonthName } from './keys.ts';

/** How often a month is added up again before it counts as too busy to be judged. */
const ATTEMPTS = 3;

const isWrong = ({ server, members }: MonthSums): boolean =>
  server === undefined || members.unreadable > 0 || server.used !== members.used + server.deleted;

/**
 * Adds up one month while it may be charged. A server's `used` only grows, so when it is the same
 * before and after, no charge came in between and the sum is that of one moment.
 */
async function isSurelyWrong(store: Store, { guildId, month }: MonthName): Promise<boolean> {
  const document = serverMonthDocument(guildId, month);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    for await (const sums of monthsIn(store.scan(document.key))) {
      if (!isWrong(sums)) return false;
      if (sums.server === undefined || sums.members.unreadable > 0) return true;
      const after = await store.read(document);
      if (after?.used === sums.server.used) return true;
    }
  }
  return false;
}

/**
 * The months whose members do not add up to the server, found while charges go on. Holds are left
 * out: every charge checks those it meets.
 */
export async function findWrongMonths(store: Store, signal: AbortSignal): Promise<MonthName[]> {
  const wrong: MonthName[] = [];
  for await (const sums of monthsIn(store.scan(CREDITS_PREFIX))) {
    if (signal.aborted) break;
    if (!isWrong(sums)) continue;
    const { guildId, month } = sums;
    if (await isSurelyWrong(store, sums)) wrong.push({ guildId, month });
  }
  return wrong;
}
