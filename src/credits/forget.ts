import { BrokenDocumentError, type Store } from '../storage/store.ts';
import {
  cooldownDocument,
  CREDITS_PREFIX,
  HOLD_PREFIX,
  holdDocument,
  type MemberMonth,
  memberMonthDocument,
  type ServerMonth,
  serverMonthDocument,
} from './documents.ts';
import { type MonthName, parseCreditsKey } from './keys.ts';

/** What came of forgetting a member. */
export type Forgotten =
  | {
      readonly kind: 'forgotten';
      readonly months: number;
      /** Credits that were the member's and are nobody's now. */
      readonly credits: number;
      /** Months that could not be touched because the books of the server are broken. */
      readonly broken: readonly MonthName[];
    }
  /** Nothing was changed: the member's pictures must be settled first. */
  | { readonly kind: 'open-holds'; readonly holds: number };

/** Moves what a member used to what nobody used; undefined where the books are not in order. */
export function forgetMonth(
  server: ServerMonth | undefined,
  member: MemberMonth,
): ServerMonth | undefined {
  if (server === undefined || member.held > 0) return undefined;
  const deleted = server.deleted + member.used;
  return deleted <= server.used ? { ...server, deleted } : undefined;
}

async function countHolds(store: Store, userId: string): Promise<number> {
  let holds = 0;
  for await (const { key, value } of store.scan(HOLD_PREFIX)) {
    const { data } = holdDocument(key.slice(HOLD_PREFIX.length)).schema.safeParse(value);
    if (data?.user === userId) holds += 1;
  }
  return holds;
}

async function monthsOf(store: Store, userId: string): Promise<MonthName[]> {
  const months: MonthName[] = [];
  for await (const { key } of store.scan(CREDITS_PREFIX)) {
    const name = parseCreditsKey(key);
    if (name?.part?.of === 'member' && name.part.id === userId) months.push(name);
  }
  return months;
}

async function forgetCooldowns(store: Store, userId: string): Promise<void> {
  for await (const { key } of store.scan('cooldown:')) {
    const [, guildId = '', member] = key.split(':');
    if (member !== userId) continue;
    const cooldown = cooldownDocument(guildId, userId);
    await store.update({ cooldown }, () => ({ answer: undefined, write: { cooldown: null } }));
  }
}

/**
 * Forgets a member in every server and month, while no bot runs: what was used stays in the server's
 * total, the rows with the member's id go.
 */
export async function forgetMember(store: Store, userId: string): Promise<Forgotten> {
  const holds = await countHolds(store, userId);
  if (holds > 0) return { kind: 'open-holds', holds };
  const broken: MonthName[] = [];
  let [months, credits] = [0, 0];

  for (const { guildId, month } of await monthsOf(store, userId)) {
    const documents = {
      server: serverMonthDocument(guildId, month),
      member: memberMonthDocument(guildId, month, userId),
    };
    const used = await store
      .update(documents, ({ server, member }) => {
        const after = member && forgetMonth(server, member);
        if (after === undefined) return { answer: undefined };
        return { answer: member?.used, write: { server: after, member: null } };
      })
      .catch((error: unknown) => {
        if (!(error instanceof BrokenDocumentError)) throw error;
      });
    if (used === undefined) broken.push({ guildId, month });
    else [months, credits] = [months + 1, credits + used];
  }
  await forgetCooldowns(store, userId);
  await store.sweep();
  return { kind: 'forgotten', months, credits, broken };
}
