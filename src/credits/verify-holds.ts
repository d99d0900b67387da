import type { StoredRow } from '../storage/store.ts';
import { documentsOf, shareKey, sharesIn } from './account-documents.ts';
import { amountOf } from './books.ts';
import { type Hold, HOLD_PREFIX, holdDocument } from './documents.ts';
import { dayOf, monthOf } from './month.ts';
import type { Problem } from './verify-problem.ts';

/** What the open holds set aside, for comparison with the documents that must say the same. */
export interface HeldSums {
  readonly interactions: ReadonlySet<string>;
  /** What is set aside in one document, or on one day of it. Each can be claimed once. */
  claim(key: string, day?: string): number;
  /** What nobody claimed, though there are credits in it. */
  unclaimed(): Problem[];
}

const entryOf = (key: string, day = ''): string => `${key} ${day}`.trimEnd();

/** Every document that a hold is counted in. */
function* countedIn(interactionId: string, hold: Hold): Generator<string> {
  const { guild: guildId, user: userId } = hold;
  const shares = sharesIn(hold);
  const documents = documentsOf({ interactionId, guildId, userId }, shares);
  yield documents.server.key;
  yield documents.member.key;
  yield entryOf(documents.member.key, dayOf(interactionId));
  for (const share of shares) yield documents[shareKey(share)]?.key ?? '';
}

/** Adds up the open holds. Those that cannot be read are told and counted nowhere. */
export async function sumHolds(
  rows: AsyncIterable<StoredRow>,
  tell: (problem: Problem) => void,
): Promise<HeldSums> {
  const interactions = new Set<string>();
  const sums = new Map<string, { amount: number; problem: Problem }>();
  for await (const { key, value } of rows) {
    const id = key.slice(HOLD_PREFIX.length);
    const { data: hold } = holdDocument(id).schema.safeParse(value);
    if (hold === undefined || !/^\d{1,20}$/.test(id)) {
      tell({ key, text: 'this hold cannot be read' });
      continue;
    }
    interactions.add(id);
    const where = { guildId: hold.guild, month: monthOf(id) };
    for (const entry of countedIn(id, hold)) {
      const text = `a hold is counted in ${entry}, which is not there`;
      const amount = (sums.get(entry)?.amount ?? 0) + amountOf(hold);
      sums.set(entry, { amount, problem: { key, where, text } });
    }
  }
  return {
    interactions,
    claim(key, day) {
      const entry = entryOf(key, day);
      const amount = sums.get(entry)?.amount ?? 0;
      sums.delete(entry);
      return amount;
    },
    unclaimed: () =>
      [...sums.values()].flatMap(({ amount, problem }) => (amount > 0 ? [problem] : [])),
  };
}
