import {
  doneDocument,
  type Hold,
  holdDocument,
  memberMonthDocument,
  serverMonthDocument,
  shareDocument,
  warningDocument,
} from '../../src/credits/documents.ts';
import { reviewDocument } from '../../src/reviews/documents.ts';
import { parseRow } from '../../src/storage/rows.ts';
import type { Document } from '../../src/storage/store.ts';

/** Credits used and set aside. */
export interface Tally {
  readonly used: number;
  readonly held: number;
}

/** A row of the books, read. */
export type Row =
  | {
      readonly kind: 'tally';
      readonly of: 'server' | 'member' | 'channel' | 'role';
      readonly guildId: string;
      /** The server's own id for its total. */
      readonly id: string;
      /** The key of the server's row of the same month. */
      readonly serverKey: string;
      readonly tally: Tally;
      readonly deleted: number;
      /** The last warning of a server's total, in percent. */
      readonly warned: number;
      readonly days: Readonly<Record<string, Tally>>;
    }
  | { readonly kind: 'hold'; readonly interactionId: string; readonly hold: Hold }
  | { readonly kind: 'done'; readonly interactionId: string; readonly captured: number }
  | { readonly kind: 'open'; readonly interactionId: string }
  /** Pictures that wait for a moderator, or about which something is left to be done. */
  | { readonly kind: 'review'; readonly interactionId: string }
  | { readonly kind: 'warning'; readonly guildId: string };

const KEY =
  /^(?:credits:(?<guild>\d+):(?<month>[\d-]{7})(?::(?<part>[ucr]):(?<id>\d+))?|(?<kind>hold|done|open|review):(?<interaction>\d+)|warning:(?<warned>\d+):(?<due>[\d-]{7}):(?<level>80|100))$/;

/**
 * A row by its key and text; undefined for one that is removed or no part of the books.
 * @throws BrokenDocumentError for one that its schema does not take.
 */
export function readRow(key: string, text: string): Row | undefined {
  const { guild, month, part, id, kind, interaction, warned, due, level } =
    KEY.exec(key)?.groups ?? {};
  // Every row of the books stays until it is removed, which is an expiry in 1970.
  const read = <T>(document: Document<T>): T | undefined => parseRow(document, text, 2);
  const parts = { deleted: 0, warned: 0, days: {} };
  if (guild !== undefined && month !== undefined) {
    const place = {
      kind: 'tally',
      guildId: guild,
      serverKey: `credits:${guild}:${month}`,
    } as const;
    if (part === undefined || id === undefined) {
      const row = read(serverMonthDocument(guild, month));
      if (row === undefined) return undefined;
      return {
        ...place,
        ...parts,
        of: 'server',
        id: guild,
        tally: row,
        deleted: row.deleted,
        warned: row.warned?.level ?? 0,
      };
    }
    if (part === 'u') {
      const row = read(memberMonthDocument(guild, month, id));
      return row && { ...place, ...parts, of: 'member', id, tally: row, days: row.days };
    }
    const of = part === 'c' ? 'channel' : 'role';
    const row = read(shareDocument(guild, month, { of, id }));
    return row && { ...place, ...parts, of, id, tally: row };
  }
  if (warned !== undefined && due !== undefined) {
    const row = read(warningDocument(warned, due, level === '80' ? 80 : 100));
    return row && { kind: 'warning', guildId: warned };
  }
  if (interaction === undefined) return undefined;
  const interactionId = interaction.replace(/^0+/, '');
  switch (kind) {
    case 'hold': {
      const hold = read(holdDocument(interactionId));
      return hold && { kind, interactionId, hold };
    }
    case 'done': {
      const done = read(doneDocument(interactionId));
      return done && { kind, interactionId, captured: done.captured };
    }
    case 'review': {
      const review = read(reviewDocument(interactionId));
      return review?.kind === 'open' ? { kind, interactionId } : undefined;
    }
    default: {
      const { value } = JSON.parse(text) as { value: unknown };
      return value === null ? undefined : { kind: 'open', interactionId };
    }
  }
}
