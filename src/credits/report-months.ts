import type { StoredRow } from '../storage/store.ts';
import { memberMonthDocument, type ServerMonth, serverMonthDocument } from './documents.ts';
import { type MonthName, parseCreditsKey } from './keys.ts';

/** A server's month with its members added up. */
export interface MonthSums extends MonthName {
  /** Undefined when it is missing or cannot be read. */
  readonly server: ServerMonth | undefined;
  readonly members: { readonly count: number; readonly used: number; readonly unreadable: number };
}

/** Adds up the rows of each server's month, which come in the order of their keys. */
export async function* monthsIn(rows: AsyncIterable<StoredRow>): AsyncGenerator<MonthSums> {
  let now:
    | (MonthSums & { members: { count: number; used: number; unreadable: number } })
    | undefined;
  for await (const { key, value } of rows) {
    const name = parseCreditsKey(key);
    if (name === undefined) continue;
    const { guildId, month, part } = name;
    if (now?.guildId !== guildId || now.month !== month) {
      if (now !== undefined) yield now;
      const { data: server } = serverMonthDocument(guildId, month).schema.safeParse(
        part === undefined ? value : undefined,
      );
      now = { guildId, month, server, members: { count: 0, used: 0, unreadable: 0 } };
    }
    if (part?.of !== 'member') continue;
    const { data: member } = memberMonthDocument(guildId, month, part.id).schema.safeParse(value);
    now.members.count += 1;
    now.members.used += member?.used ?? 0;
    now.members.unreadable += member === undefined ? 1 : 0;
  }
  if (now !== undefined) yield now;
}
