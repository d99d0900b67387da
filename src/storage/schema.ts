import { z } from 'zod';
import { copyDatabase } from './backup.ts';
import { codeOf } from './fault.ts';
import { type Query, scanPages } from './pages.ts';
import { type StoredRow, StoreError } from './store.ts';

/** The version of the stored documents that this program reads and writes. */
const SCHEMA_VERSION = 2;

/** The rows of an older file, while they are brought up to date. Keys are without the namespace. */
export interface OldRows {
  /** Those whose key starts with `prefix`, in order of their keys. */
  scan(prefix: string): AsyncIterable<StoredRow>;
  /** Adds rows, or replaces them. */
  put(rows: readonly StoredRow[]): Promise<void>;
}

/** Makes the documents of the next version out of those of one version. */
export type Migration = (rows: OldRows) => Promise<void>;

/** Migrations by the version that they start from. */
export type Migrations = Readonly<Record<number, Migration>>;

/** A file of an older version, opened by a program that only looks at it. */
export class OldSchemaError extends StoreError {}

const versionRows = z.tuple([z.object({ user_version: z.int() })]);

/** The schema version of a file; 0 is a file that nothing was written to yet. */
export async function versionOf(query: Query): Promise<number> {
  const [{ user_version: version }] = versionRows.parse(await query('PRAGMA user_version'));
  return version;
}

/** The first text after every text that begins so; the prefix ends in a character below U+FFFF. */
export const after = (prefix: string): string =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

const oldRows = (query: Query, namespace: string): OldRows => ({
  async *scan(prefix) {
    const from = `${namespace}:${prefix}`;
    const rows = scanPages(query, { from, until: after(from), now: Number.NEGATIVE_INFINITY });
    for await (const { key, value } of rows) yield { key: key.slice(namespace.length + 1), value };
  },
  async put(rows) {
    if (rows.length === 0) return;
    const tuples = rows.map(() => '(?,?)').join(',');
    await query(
      `INSERT INTO keyv(key, value) VALUES ${tuples} ON CONFLICT(key) DO UPDATE SET value=excluded.value`,
      ...rows.flatMap(({ key, value }) => [`${namespace}:${key}`, JSON.stringify({ value })]),
    );
  },
});

/**
 * Brings an open file, which must be this process's alone, to the version that this program knows: in
 * one transaction, and after a copy of it was put beside it as `<path>.v<version>.bak`.
 * @throws OldSchemaError where there is no migration, StoreError for a newer file.
 */
export async function bringUpToDate(
  query: Query,
  { path, namespace, migrations }: { path: string; namespace: string; migrations: Migrations },
): Promise<void> {
  const version = await versionOf(query);
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      `The database file ${path} was written by a newer Easel (schema ${version}, this one knows ${SCHEMA_VERSION}). Update Easel, or restore a backup.`,
    );
  }
  if (version === SCHEMA_VERSION) return;
  const migrate = Array.from(
    { length: version === 0 ? 0 : SCHEMA_VERSION - version },
    (_, step) => {
      const migration = migrations[version + step];
      if (migration !== undefined) return migration;
      throw new OldSchemaError(
        `The database file ${path} was written by an older Easel (schema ${version}, this one knows ${SCHEMA_VERSION}). Start the bot once: it brings the file up to date.`,
      );
    },
  );
  if (version > 0) await copyDatabase(query, `${path}.v${version}.bak`);
  await query('BEGIN IMMEDIATE');
  try {
    for (const migration of migrate) await migration(oldRows(query, namespace));
    await query(`PRAGMA user_version=${SCHEMA_VERSION}`);
    await query('COMMIT');
  } catch (error) {
    // What cannot be taken back here is taken back at the next opening.
    await query('ROLLBACK').catch(() => {});
    if (codeOf(error) === 'SQLITE_FULL') throw error;
    throw new StoreError(
      `The database file ${path} could not be brought up to date; it is as it was. A copy of it is beside it.`,
      { cause: error },
    );
  }
}
