import { z } from 'zod';
import { backUp } from './backup.ts';
import { createLocks } from './locks.ts';
import { EXPIRED, removePages, scanPages, sweepPages } from './pages.ts';
import { parseRow, rowFor } from './rows.ts';
import { after, type Migrations } from './schema.ts';
import { openDatabase } from './sqlite.ts';
import { type Document, type Documents, type Store, StoreError, type Values } from './store.ts';

const NAMESPACE = 'easel';

const textRows = z.array(z.object({ key: z.string(), value: z.string() }));
const keyRows = z.array(z.object({ key: z.string() }));

/**
 * Everything lasting, in Keyv on one SQLite file. Rows are read and written by single statements in
 * Keyv's own layout, because its `get` cannot tell a broken row from a missing one and its `set`
 * cannot write two rows at once.
 * @param migrations what brings an older file up to date; without one it is refused.
 * @throws StoreError when the file cannot be used.
 */
export async function openStore(
  path: string,
  now: () => number,
  migrations?: Migrations,
): Promise<Store> {
  const database = await openDatabase(path, NAMESPACE, migrations);
  const locks = createLocks();
  const full = (key: string) => `${NAMESPACE}:${key}`;

  async function query(sql: string, ...parameters: unknown[]) {
    try {
      return await database.query(sql, ...parameters);
    } catch (cause) {
      throw new StoreError('The database failed.', { cause });
    }
  }

  async function load(documents: Documents): Promise<Record<string, unknown>> {
    const keys = Object.values(documents).map(({ key }) => full(key));
    const found = textRows.parse(
      await query(
        "SELECT key, CAST(coalesce(value, '') AS TEXT) AS value FROM keyv WHERE key IN (SELECT value FROM json_each(?))",
        JSON.stringify(keys),
      ),
    );
    const texts = new Map(found.map((row) => [row.key, row.value]));
    const read = (document: Document<unknown>) => {
      const text = texts.get(full(document.key));
      return text === undefined ? undefined : parseRow(document, text, now());
    };
    return Object.fromEntries(
      Object.entries(documents).map(([name, document]) => [name, read(document)]),
    );
  }

  async function save(documents: Documents, write: Record<string, unknown>) {
    const parameters: unknown[] = [];
    for (const [name, value] of Object.entries(write)) {
      const document = documents[name];
      if (document === undefined || value === undefined) continue;
      if (document.shared) throw new TypeError(`${document.key} was read along only.`);
      const row = rowFor(document, value === null ? null : document.schema.parse(value), now());
      parameters.push(full(document.key), await database.keyv.serializeData(row));
    }
    if (parameters.length === 0) return;
    const tuples = Array.from({ length: parameters.length / 2 }, () => '(?,?)').join(',');
    await query(
      `INSERT INTO keyv(key, value) VALUES ${tuples} ON CONFLICT(key) DO UPDATE SET value=excluded.value`,
      ...parameters,
    );
  }

  return {
    update: (documents, change) =>
      locks.run(
        Object.values(documents).flatMap(({ key, shared }) => (shared ? [] : [key])),
        async () => {
          const values = (await load(documents)) as Values<typeof documents>;
          const { write, answer } = change(values);
          if (write !== undefined) await save(documents, write);
          return answer;
        },
      ),

    async read<T>(document: Document<T>) {
      const { it } = await load({ it: document });
      return it as T | undefined;
    },

    async keys(prefix) {
      const sql = `SELECT key FROM keyv WHERE key >= ? AND key < ? AND NOT ${EXPIRED} ORDER BY key`;
      const found = keyRows.parse(await query(sql, full(prefix), after(full(prefix)), now()));
      return found.map(({ key }) => key.slice(NAMESPACE.length + 1));
    },

    async *scan(prefix, from, order = 'up') {
      const range = {
        from: full(prefix),
        until: after(full(prefix)),
        ...(from !== undefined && { start: full(from) }),
        now: now(),
      };
      for await (const { key, value } of scanPages(query, range, order)) {
        yield { key: key.slice(NAMESPACE.length + 1), value };
      }
    },

    removeRange: (from, until) => removePages(query, full(from), full(until)),

    async sweep(signal) {
      const swept = await sweepPages(query, now(), signal);
      // The write-ahead log still has what was removed, until it is folded into the file.
      await query('PRAGMA wal_checkpoint(TRUNCATE)');
      return swept;
    },

    backUp: (file) => backUp(query, file),

    async probe() {
      await database.keyv.set('probe', { v: 1, at: now() }).catch((cause: unknown) => {
        throw new StoreError('The database cannot be written.', { cause });
      });
    },

    close: () => database.close(),
  };
}
