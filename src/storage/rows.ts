import { z } from 'zod';
import { BrokenDocumentError, type Document } from './store.ts';

/** How Keyv lays out a row's value. */
const rowSchema = z.object({ value: z.unknown(), expires: z.number().nullish() });

/** An expired row: how a removal is written in the same statement as other writes. */
const REMOVED = { value: null, expires: 1 } as const;

/** What a row's text holds, before anything is known of its document. */
type RowValue =
  | { readonly kind: 'alive'; readonly value: unknown }
  | { readonly kind: 'over' }
  | { readonly kind: 'broken'; readonly cause: unknown };

/** Reads the text of a row: its value, that its time is over, or why Keyv did not write it. */
export function rowValue(text: string, now: number): RowValue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words quote the text, which may be a prompt or a token.
    return { kind: 'broken', cause: new Error('The row is no JSON.') };
  }
  const row = rowSchema.safeParse(json);
  if (!row.success) return { kind: 'broken', cause: row.error };
  const { value, expires } = row.data;
  return typeof expires === 'number' && expires < now ? { kind: 'over' } : { kind: 'alive', value };
}

/**
 * A row's text as the document it holds; undefined for a row whose time is over.
 * @throws BrokenDocumentError for a row that is not what Keyv writes, or not what the schema says, where
 * the document does not say what that is read as.
 */
export function parseRow<T>(document: Document<T>, text: string, now: number): T | undefined {
  const row = rowValue(text, now);
  if (row.kind === 'over') return undefined;
  if (row.kind === 'broken') return broken(document, row.cause);
  const value = document.schema.safeParse(row.value);
  return value.success ? value.data : broken(document, value.error);
}

function broken<T>({ key, brokenAs }: Document<T>, cause: unknown): T {
  if (brokenAs === undefined) throw new BrokenDocumentError(key, { cause });
  return brokenAs;
}

/** A document as the row that Keyv would write for it. */
export function rowFor(document: Document<unknown>, value: unknown, now: number) {
  if (value === null) return REMOVED;
  if (document.keepMs === undefined) return { value };
  return { value, expires: now + document.keepMs };
}
