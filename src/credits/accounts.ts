import { BrokenDocumentError, type Store } from '../storage/store.ts';
import {
  documentsOf,
  type HoldRef,
  type Place,
  shareKey,
  sharesIn,
  sharesOf,
} from './account-documents.ts';
import { type Books, type BooksWrite, faultIn, gaugesOf } from './books.ts';
import { HOLD_PREFIX, holdDocument } from './documents.ts';
import * as ledger from './ledger.ts';
import type { Gauge, Limits, ShareName } from './limits.ts';
import { dayOf } from './month.ts';

/**
 * The ledger, stored. Every method throws StoreError when the database fails and
 * BrokenDocumentError when this server's books are broken.
 */
export interface Accounts {
  /** Sets aside the price of the pictures and starts the member's cooldown, or says why not. */
  hold(order: ledger.HoldOrder, limits: Limits): Promise<ledger.HoldVerdict>;
  /** Charges what was delivered, 0 to all of it, and releases the rest. Safe to repeat. */
  resolve(ref: HoldRef, delivered: number): Promise<ledger.Resolution>;
  /** What is gone of each limit that counts here, in the month and on the day of an interaction. */
  gauges(place: Place, limits: Limits): Promise<readonly [Gauge, ...Gauge[]]>;
  /** The holds of this run that are open now, and the credits in them. */
  open(): { readonly holds: number; readonly credits: number };
  /** Holds that an earlier run of the bot left open; those that are broken are told and skipped. */
  staleHolds(broken: (error: BrokenDocumentError) => void): Promise<HoldRef[]>;
}

/** The accounts of all servers. `boot` names this run; `warn` is called when a warning became due. */
export function createAccounts(store: Store, boot: string, warn: () => void = () => {}): Accounts {
  const open = new Map<string, { readonly amount: number; readonly shares: ShareName[] }>();

  /** Lets a transition look at the books and write what it decides, if they are in order. */
  async function post<A>(
    ref: HoldRef,
    shares: readonly ShareName[],
    transition: (books: Books) => { readonly answer: A; readonly write?: BooksWrite },
  ): Promise<A> {
    const documents = documentsOf(ref, shares);
    let warned = false;
    const answer = await store.update(documents, (found) => {
      const books: Books = {
        ...found,
        day: dayOf(ref.interactionId),
        shares: shares.map((name) => ({ name, share: found[shareKey(name)] })),
      };
      const fault = faultIn(books);
      if (fault !== undefined) {
        throw new BrokenDocumentError(documents.server.key, { cause: new Error(fault) });
      }
      const { answer: decided, write } = transition(books);
      if (write === undefined) return { answer: decided };
      const { shares: parts = [], warning, ...rest } = write;
      warned = warning !== undefined;
      const rows = parts.map(({ name, share }) => [shareKey(name), share]);
      return {
        answer: decided,
        write: {
          ...rest,
          ...Object.fromEntries(rows),
          ...(warning && { [`warning:${warning.level}`]: warning.document }),
        },
      };
    });
    if (warned) warn();
    return answer;
  }

  async function sharesHeld({ interactionId }: HoldRef): Promise<ShareName[]> {
    const held = await store.read(holdDocument(interactionId));
    return held === undefined ? [] : sharesIn(held);
  }

  return {
    async hold(order, limits) {
      const shares = sharesOf(order, limits);
      const verdict = await post(order, shares, (books) => {
        const { verdict: answer, write } = ledger.hold(books, order, limits, boot);
        return { answer, ...(write && { write }) };
      });
      if (verdict.kind === 'held')
        open.set(order.interactionId, { amount: verdict.amount, shares });
      return verdict;
    },

    async resolve(ref, delivered) {
      const shares = open.get(ref.interactionId)?.shares ?? (await sharesHeld(ref));
      const resolution = await post(ref, shares, (books) => {
        const { resolution: answer, write } = ledger.resolve(books, ref.interactionId, delivered);
        return { answer, ...(write && { write }) };
      });
      open.delete(ref.interactionId);
      return resolution;
    },

    gauges: (place, limits) =>
      post(place, sharesOf(place, limits), (books) => ({ answer: gaugesOf(books, limits) })),

    open: () => ({
      holds: open.size,
      credits: [...open.values()].reduce((sum, { amount }) => sum + amount, 0),
    }),

    async staleHolds(broken) {
      const stale: HoldRef[] = [];
      for (const key of await store.keys(HOLD_PREFIX)) {
        const interactionId = key.slice(HOLD_PREFIX.length);
        const hold = await store.read(holdDocument(interactionId)).catch((error: unknown) => {
          if (!(error instanceof BrokenDocumentError)) throw error;
          broken(error);
        });
        if (hold !== undefined && hold.boot !== boot) {
          stale.push({ interactionId, guildId: hold.guild, userId: hold.user });
        }
      }
      return stale;
    },
  };
}
