import { CREDITS_PREFIX } from './documents.ts';

/** A server's month. */
export interface MonthName {
  readonly guildId: string;
  readonly month: string;
}

/** What a key below `credits:` names: a server's whole month, or one part of it. */
export interface CreditsKey extends MonthName {
  readonly part?: { readonly of: 'channel' | 'role' | 'member'; readonly id: string };
}

const PATTERN = new RegExp(
  `^${CREDITS_PREFIX}(?<guild>\\d+):(?<month>\\d{4}-\\d{2})(?::(?<kind>[cru]):(?<id>\\d+))?$`,
);

const KINDS = { c: 'channel', r: 'role', u: 'member' } as const;

/** Reads a key below `credits:`; undefined for one that the ledger does not write. */
export function parseCreditsKey(key: string): CreditsKey | undefined {
  const { guild: guildId, month, kind, id } = PATTERN.exec(key)?.groups ?? {};
  if (guildId === undefined || month === undefined) return undefined;
  if (id === undefined) return { guildId, month };
  return { guildId, month, part: { of: KINDS[kind as keyof typeof KINDS], id } };
}
