import { access, constants, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import { Keyv } from 'keyv';
import { z } from 'zod';
import { StoreError } from './store.ts';

/** The version of the stored documents that this program reads and writes. */
const SCHEMA_VERSION = 1;

const BUSY_TIMEOUT_MS = 5_000;

/** A database file that is ours alone, ready for use. */
export interface Database {
  readonly keyv: Keyv;
  query(sql: string, ...parameters: unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
}

const rows = z.array(z.unknown());
const versionRows = z.tuple([z.object({ user_version: z.int() })]);
const quickCheckRows = z.tuple([z.object({ quick_check: z.literal('ok') })]);

/**
 * Opens the file for this process alone (WAL, every commit flushed) and checks that it is whole,
 * writable and not from a newer version.
 * @throws StoreError with a sentence for the operator.
 */
export async function openDatabase(path: string, namespace: string): Promise<Database> {
  await reachFile(path);
  const adapter = new KeyvSqlite({ uri: `sqlite://${path}`, busyTimeout: BUSY_TIMEOUT_MS });
  // Every failure also rejects the query that met it; unheard, the event would end the process.
  adapter.on('error', () => {});
  const query = async (sql: string, ...parameters: unknown[]) =>
    rows.parse(await adapter.query(sql, ...parameters));
  try {
    await query('PRAGMA locking_mode=EXCLUSIVE');
    await query('PRAGMA journal_mode=WAL');
    await query('PRAGMA synchronous=FULL');
    await query('BEGIN IMMEDIATE');
    await query('COMMIT');
    quickCheckRows.parse(await query('PRAGMA quick_check'));
    await claimVersion(query, path);
  } catch (cause) {
    await adapter.close().catch(() => {});
    throw cause instanceof StoreError ? cause : new StoreError(explain(path, cause), { cause });
  }
  const keyv = new Keyv({ store: adapter, namespace, throwOnErrors: true });
  keyv.on('error', () => {});
  let closed: Promise<void> | undefined;
  return { keyv, query, close: () => (closed ??= adapter.close()) };
}

/** Makes the folder, and finds out about rights before SQLite opens a read-only file in silence. */
async function reachFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await (await open(path, 'a')).close();
    await access(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new StoreError(`The database file ${path} cannot be opened for reading and writing.`, {
      cause,
    });
  }
}

async function claimVersion(query: Database['query'], path: string): Promise<void> {
  const [{ user_version: version }] = versionRows.parse(await query('PRAGMA user_version'));
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      `The database file ${path} was written by a newer Easel (schema ${version}, this one knows ${SCHEMA_VERSION}). Update Easel, or restore a backup.`,
    );
  }
  if (version < SCHEMA_VERSION) await query(`PRAGMA user_version=${SCHEMA_VERSION}`);
}

function explain(path: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'SQLITE_BUSY':
      return `The database file ${path} is in use by another process. Only one Easel may run on a file.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database file ${path} is damaged or no database. Restore a backup; nothing was changed.`;
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return `The database file ${path} cannot be opened for reading and writing.`;
    case 'SQLITE_FULL':
      return `The disk that holds the database file ${path} is full.`;
    default:
      return `The database file ${path} could not be opened${code ? ` (${code})` : ''}.`;
  }
}
