import { BrokenDocumentError, type Store } from '../storage/store.ts';
import {
  CREDITS_PREFIX,
  cooldownDocument,
  memberMonthDocument,
  parseServerMonthKey,
  serverMonthDocument,
} from './documents.ts';
import * as ledger from './ledger.ts';
import { monthOf } from './month.ts';

/** Which hold is meant. */
export type HoldRef = Pick<ledger.HoldOrder, 'interactionId' | 'guildId' | 'userId'>;

/** A server's and one member's figures for a month, in credits. */
export interface Statement {
  readonly used: number;
  readonly held: number;
  /** Infinity is unlimited. */
  readonly left: number;
  readonly member: { readonly used: number; readonly held: number };
}

/**
 * The ledger, stored. Every method throws StoreError when the database fails and
 * BrokenDocumentError when this server's books are broken.
 */
export interface Accounts {
  /** Sets aside the price of the pictures and starts the member's cooldown, or says why not. */
  hold(order: ledger.HoldOrder): Promise<ledger.HoldVerdict>;
  /** Charges what was delivered, 0 to all of it, and releases the rest. Safe to repeat. */
  resolve(ref: HoldRef, delivered: number): Promise<ledger.Resolution>;
  /** The books of the month that an interaction belongs to. */
  statement(ref: HoldRef): Promise<Statement>;
  /** The holds of this run that are open now, and the credits in them. */
  open(): { readonly holds: number; readonly credits: number };
  /** Holds that an earlier run of the bot left open; books that are broken are told and skipped. */
  staleHolds(broken: (error: BrokenDocumentError) => void): Promise<HoldRef[]>;
}

function documents({ interactionId, guildId, userId }: HoldRef) {
  const month = monthOf(interactionId);
  return {
    server: serverMonthDocument(guildId, month),
    member: memberMonthDocument(guildId, month, userId),
    cooldown: cooldownDocument(guildId, userId),
  };
}

/** The accounts of all servers. `boot` names this run of the bot. */
export function createAccounts(store: Store, limits: ledger.Limits, boot: string): Accounts {
  const open = new Map<string, number>();

  return {
    async hold(order) {
      const verdict = await store.update(documents(order), (books) => {
        const { verdict: answer, write } = ledger.hold(books, order, limits, boot);
        return { answer, ...(write && { write }) };
      });
      if (verdict.kind === 'held') open.set(order.interactionId, verdict.amount);
      return verdict;
    },

    async resolve(ref, delivered) {
      const resolution = await store.update(documents(ref), (books) => {
        const { resolution: answer, write } = ledger.resolve(books, ref.interactionId, delivered);
        return { answer, ...(write && { write }) };
      });
      open.delete(ref.interactionId);
      return resolution;
    },

    open: () => ({
      holds: open.size,
      credits: [...open.values()].reduce((sum, amount) => sum + amount, 0),
    }),

    statement: (ref) =>
      store.update(documents(ref), ({ server, member }) => {
        const used = server?.used ?? 0;
        const held = ledger.heldIn(server);
        return {
          answer: {
            used,
            held,
            left: Math.max(0, limits.budget - used - held),
            member: { used: member?.used ?? 0, held: ledger.heldIn(server, ref.userId) },
          },
        };
      }),

    async staleHolds(broken) {
      const stale: HoldRef[] = [];
      for (const key of await store.keys(CREDITS_PREFIX)) {
        const place = parseServerMonthKey(key);
        if (place === undefined) continue;
        const month = await store
          .read(serverMonthDocument(place.guildId, place.month))
          .catch((error: unknown) => {
            if (!(error instanceof BrokenDocumentError)) throw error;
            broken(error);
          });
        for (const [interactionId, { user, boot: by }] of Object.entries(month?.holds ?? {})) {
          if (by !== boot) stale.push({ interactionId, guildId: place.guildId, userId: user });
        }
      }
      return stale;
    },
  };
}
