import type { Store } from '../storage/store.ts';
import { type Taste, tasteDocument } from './documents.ts';
import type { TasteChanges } from './orders.ts';

/**
 * Members' own defaults. Every method throws StoreError when the database fails and
 * BrokenDocumentError when a member's row is broken; a broken row is left as it is.
 */
export interface Tastes {
  /** Empty for a member without defaults. */
  of(userId: string): Promise<Taste>;
  /** Sets some and takes others away; answers all that hold from now on. */
  change(userId: string, changes: TasteChanges): Promise<Taste>;
  /** Takes all away. Answers whether there were any. */
  clear(userId: string): Promise<boolean>;
}

/** A member's defaults after a change: a null takes one away. */
export function changed(now: Taste, changes: TasteChanges): Taste {
  const kept = Object.entries({ ...now, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}

/** The defaults in a store: one row for each member who set one. */
export function createTastes(store: Store): Tastes {
  return {
    async of(userId) {
      const { v: _, ...taste } = (await store.read(tasteDocument(userId))) ?? { v: 1 };
      return taste;
    },

    change: (userId, changes) =>
      store.update({ row: tasteDocument(userId) }, ({ row }) => {
        const { v: _, ...before } = row ?? { v: 1 };
        const answer = changed(before, changes);
        const isEmpty = Object.keys(answer).length === 0;
        return { answer, write: { row: isEmpty ? null : { v: 1 as const, ...answer } } };
      }),

    clear: (userId) =>
      store.update({ row: tasteDocument(userId) }, ({ row }) =>
        row === undefined ? { answer: false } : { answer: true, write: { row: null } },
      ),
  };
}

/**
 * Removes a member's row, broken or not. Answers whether there was one.
 * @throws StoreError when the database fails.
 */
export async function forgetTaste(store: Store, userId: string): Promise<boolean> {
  const { key } = tasteDocument(userId);
  // No key of another member lies between the two: ids are digits.
  return (await store.removeRange(key, `${key}!`)) > 0;
}
