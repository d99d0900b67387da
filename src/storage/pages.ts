import { z } from 'zod';
import { rowValue } from './rows.ts';
import type { Order, StoredRow } from './store.ts';

/** Asks the database; the rows of the answer. */
export type Query = (sql: string, ...parameters: unknown[]) => Promise<unknown[]>;

/** Rows that one statement touches, so that a charge never waits long for its turn. */
const PAGE = 500;

/** The first pages of a scan are small, for those who only want the first rows. */
const FIRST_PAGE = 8;

/** A row whose time is over; a broken row's never is. */
export const EXPIRED =
  "CASE WHEN json_valid(value) THEN coalesce(json_extract(value, '$.expires') < ?, 0) ELSE 0 END";

const keyRows = z.array(z.object({ key: z.string() }));
const textRows = z.array(z.object({ key: z.string(), value: z.string() }));

/** What a scan goes over. */
interface Range {
  readonly from: string;
  /** No longer part of it. */
  readonly until: string;
  /** Where it begins, that key included; absent: at one end, by its order. */
  readonly start?: string;
  readonly now: number;
}

/** The rows of a range, in order, whose time is not over at `now`. */
export async function* scanPages(
  query: Query,
  { from, until, start, now }: Range,
  order: Order = 'up',
): AsyncGenerator<StoredRow> {
  const isUp = order === 'up';
  const [direction, end] = isUp ? ['>', 'key < ?'] : ['<', 'key >= ?'];
  const [first, last] = isUp ? [from, until] : [until, from];
  let begin = `key ${direction}${isUp || start !== undefined ? '=' : ''} ?`;
  let [at, size] = [start ?? first, FIRST_PAGE];
  for (;;) {
    const sql = `SELECT key, CAST(coalesce(value, '') AS TEXT) AS value FROM keyv WHERE ${begin} AND ${end} ORDER BY key ${isUp ? 'ASC' : 'DESC'} LIMIT ?`;
    const page = textRows.parse(await query(sql, at, last, size));
    for (const { key, value: text } of page) {
      const value = rowValue(text, now);
      if (value.kind !== 'over')
        yield { key, value: value.kind === 'alive' ? value.value : undefined };
    }
    const furthest = page.at(-1);
    if (furthest === undefined || page.length < size) return;
    begin = `key ${direction} ?`;
    [at, size] = [furthest.key, Math.min(PAGE, size * 4)];
  }
}

/** Deletes the rows from one key up to another, without that one. Returns how many. */
export async function removePages(query: Query, from: string, until: string): Promise<number> {
  const sql =
    'DELETE FROM keyv WHERE key IN (SELECT key FROM keyv WHERE key >= ? AND key < ? ORDER BY key LIMIT ?) RETURNING key';
  let removed = 0;
  for (;;) {
    const { length } = await query(sql, from, until, PAGE);
    removed += length;
    if (length < PAGE) return removed;
  }
}

/** Deletes every row whose time is over at `now`, until the signal ends it. Returns how many. */
export async function sweepPages(
  query: Query,
  now: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  let swept = 0;
  let start = '';
  for (;;) {
    if (signal?.aborted === true) return swept;
    const next = 'SELECT key FROM keyv WHERE key > ? ORDER BY key LIMIT 1 OFFSET ?';
    const [edge] = keyRows.parse(await query(next, start, PAGE - 1));
    const range = edge === undefined ? 'key > ?' : 'key > ? AND key <= ?';
    const bounds = edge === undefined ? [start] : [start, edge.key];
    const sql = `DELETE FROM keyv WHERE ${range} AND ${EXPIRED} RETURNING key`;
    swept += (await query(sql, ...bounds, now)).length;
    if (edge === undefined) return swept;
    start = edge.key;
  }
}
