import { z } from 'zod';
import { BrokenDocumentError, type Document } from './store.ts';

/** How Keyv lays out a row's value. */
const rowSchema = z.object({ value: z.unknown(), expires: z.number().nullish() });

/** An expired row: how a removal is written in the same statement as other writes. */
const REMOVED = { value: null, expires: 1 } as const;

/**
 * A row's text as the document it holds; undefined for a row whose time is over.
 * @throws BrokenDocumentError for a row that is not what Keyv writes, or not what the schema says.
 */
export function parseRow<T>(document: Document<T>, text: string, now: number): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new BrokenDocumentError(document.key, { cause });
  }
  const row = rowSchema.safeParse(json);
  if (!row.success) throw new BrokenDocumentError(document.key, { cause: row.error });
  if (typeof row.data.expires === 'number' && row.data.expires < now) return undefined;
  const value = document.schema.safeParse(row.data.value);
  if (!value.success) throw new BrokenDocumentError(document.key, { cause: value.error });
  return value.data;
}

/** A document as the row that Keyv would write for it. */
export function rowFor(document: Document<unknown>, value: unknown, now: number) {
  if (value === null) return REMOVED;
  if (document.keepMs === undefined) return { value };
  return { value, expires: now + document.keepMs };
}
