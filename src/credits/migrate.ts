import type { Migrations, OldRows } from '../storage/schema.ts';
import type { StoredRow } from '../storage/store.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { amountOf, NEW_MEMBER_MONTH, post, postDay } from './books.ts';
import {
  CREDITS_PREFIX,
  type Done,
  doneKey,
  type Floor,
  floorDocument,
  type Hold,
  holdDocument,
  type MemberMonth,
  memberMonthDocument,
  type ServerMonth,
} from './documents.ts';
import {
  type OldHold,
  oldMemberMonthSchema,
  oldServerMonth,
  type OldServerMonth,
} from './migrate-documents.ts';
import { dayOf } from './month.ts';
import { type MonthName, parseCreditsKey } from './keys.ts';

/** Rows that are written at once. */
const BATCH = 250;

/** A server's month whose members are being met. */
interface OpenMonth extends MonthName {
  /** What each member holds in it, as long as the member's own row was not met. */
  readonly holdsOf: Map<string, [interactionId: string, hold: OldHold][]>;
}

/** A member's month: what was used before, and the holds that are open. */
const memberOf = (used: number, holds: readonly [string, OldHold][] = []): MemberMonth =>
  holds.reduce(
    (month, [id, hold]) => postDay(month, dayOf(id), { used: 0, held: amountOf(hold) }),
    post(NEW_MEMBER_MONTH, { used, held: 0 }),
  );

/** A server's month of version 1 as the rows that stand for it in version 2. */
function rowsOf(key: string, guild: string, { used, holds, done }: OldServerMonth): StoredRow[] {
  const open = Object.entries(holds);
  const held = open.reduce((sum, [, hold]) => sum + amountOf(hold), 0);
  return [
    { key, value: { v: 2, used, held, deleted: 0, warned: null } satisfies ServerMonth },
    ...open.map(([id, hold]) => ({
      key: holdDocument(id).key,
      value: { v: 2, guild, channel: null, roles: [], budget: null, ...hold } satisfies Hold,
    })),
    ...Object.entries(done).map(([id, captured]) => ({
      key: doneKey(id),
      value: { v: 2, captured } satisfies Done,
    })),
  ];
}

/** Members who hold something and had used nothing, so that they had no row. */
const newMembers = ({ guildId, month, holdsOf }: OpenMonth): StoredRow[] =>
  [...holdsOf].map(([userId, holds]) => ({
    key: memberMonthDocument(guildId, month, userId).key,
    value: memberOf(0, holds),
  }));

/**
 * Version 1 kept a server's holds and what was resolved in the server's month; version 2 has a row for
 * each. A broken row stays as it is, with all that hangs on it: that server is refused, no other.
 */
async function splitServerMonths(rows: OldRows): Promise<void> {
  const batch: StoredRow[] = [];
  let open: OpenMonth | undefined;
  let floor = '0';
  const write = async (...more: StoredRow[]): Promise<void> => {
    batch.push(...more);
    while (batch.length >= BATCH) await rows.put(batch.splice(0, BATCH));
  };

  for await (const { key, value } of rows.scan(CREDITS_PREFIX)) {
    const name = parseCreditsKey(key);
    if (name === undefined) continue;
    const { guildId, month, part } = name;
    if (part === undefined) {
      if (open) await write(...newMembers(open));
      const server = oldServerMonth(month, value);
      const holds = Object.entries(server?.holds ?? {});
      open = server && { guildId, month, holdsOf: Map.groupBy(holds, ([, { user }]) => user) };
      if (server === undefined) continue;
      if (compareSnowflakes(server.floor, floor) > 0) floor = server.floor;
      await write(...rowsOf(key, guildId, server));
    } else if (open?.guildId === guildId && open.month === month) {
      const { data: member } = oldMemberMonthSchema.safeParse(value);
      if (member) await write({ key, value: memberOf(member.used, open.holdsOf.get(part.id)) });
      open.holdsOf.delete(part.id);
    }
  }
  if (open) await write(...newMembers(open));
  if (floor !== '0') {
    await write({ key: floorDocument.key, value: { v: 2, floor } satisfies Floor });
  }
  await rows.put(batch);
}

/** What brings books of older versions up to date. */
export const MIGRATIONS: Migrations = { 1: splitServerMonths };
