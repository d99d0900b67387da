import type { Store, StoredRow } from '../storage/store.ts';
import { CREDITS_PREFIX, DONE_PREFIX, HOLD_PREFIX } from './documents.ts';
import { sumHolds } from './verify-holds.ts';
import { type MonthName, parseCreditsKey } from './keys.ts';
import { auditMonth, type MonthAudit } from './verify-month.ts';
import type { Problem } from './verify-problem.ts';
import { faultInRow, type Kind, LONE_KINDS } from './verify-rows.ts';

/** How much was looked at. */
export interface Verified {
  readonly rows: number;
  /** Servers' months. */
  readonly months: number;
  readonly problems: number;
}

const same = (a: MonthName | undefined, b: MonthName): boolean =>
  a?.guildId === b.guildId && a.month === b.month;

/**
 * Looks at every row of books that nobody writes to meanwhile, and tells each thing that cannot be
 * right. What it keeps in memory grows with the open holds alone.
 * @param others kinds of documents that are not the ledger's own.
 */
export async function verifyBooks(
  scan: Store['scan'],
  others: readonly Kind[],
  report: (problem: Problem) => void,
): Promise<Verified> {
  const kinds = [...LONE_KINDS, { prefix: HOLD_PREFIX }, ...others];
  let [rows, months, problems] = [0, 0, 0];
  const tell = (problem: Problem): void => {
    problems += 1;
    report(problem);
  };
  const holds = await sumHolds(scan(HOLD_PREFIX), tell);
  let audit: MonthAudit | undefined;

  function meetCredits(row: StoredRow): void {
    const name = parseCreditsKey(row.key);
    if (name === undefined) {
      tell({ key: row.key, text: 'Easel keeps nothing under such a name' });
      return;
    }
    if (!same(audit?.name, name)) {
      audit?.end();
      audit = auditMonth({ guildId: name.guildId, month: name.month }, holds, tell);
      months += 1;
    }
    audit?.meet(row, name.part);
  }

  function bothHeldAndResolved(key: string): string | undefined {
    if (!key.startsWith(DONE_PREFIX)) return undefined;
    const id = String(BigInt(key.slice(DONE_PREFIX.length)));
    return holds.interactions.has(id) ? 'this interaction is both held and resolved' : undefined;
  }

  for await (const row of scan('')) {
    rows += 1;
    if (row.key.startsWith(CREDITS_PREFIX)) {
      meetCredits(row);
      continue;
    }
    const fault = faultInRow(row, kinds) ?? bothHeldAndResolved(row.key);
    if (fault !== undefined) tell({ key: row.key, text: fault });
  }
  audit?.end();
  for (const problem of holds.unclaimed()) tell(problem);
  return { rows, months, problems };
}
