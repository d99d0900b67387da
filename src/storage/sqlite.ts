import { access, constants, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import { Keyv } from 'keyv';
import { z } from 'zod';
import { codeOf } from './fault.ts';
import { makeDatabaseFile } from './new-file.ts';
import type { Query } from './pages.ts';
import { bringUpToDate, type Migrations } from './schema.ts';
import { StoreError } from './store.ts';

const BUSY_TIMEOUT_MS = 5_000;

/** A database file that is ours alone. */
interface Connection {
  readonly adapter: KeyvSqlite;
  readonly query: Query;
  close(): Promise<void>;
}

/** A database file that is ours alone, with documents of this program's version. */
export interface Database extends Omit<Connection, 'adapter'> {
  readonly keyv: Keyv;
}

const rows = z.array(z.unknown());
const quickCheckRows = z.tuple([z.object({ quick_check: z.literal('ok') })]);

/**
 * Takes the file for this process alone (WAL, every commit flushed) and checks that it is whole and
 * writable. Of what is in it nothing is known yet, but for what `prepare` does.
 * @throws StoreError with a sentence for the operator.
 */
export async function connect(
  path: string,
  prepare: (query: Query) => Promise<void> = async () => {},
): Promise<Connection> {
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
    // What is removed is overwritten, or prompts would stay in free pages of the file.
    await query('PRAGMA secure_delete=ON');
    await query('BEGIN IMMEDIATE');
    await query('COMMIT');
    const isWhole = quickCheckRows.safeParse(await query('PRAGMA quick_check')).success;
    if (!isWhole) throw new StoreError(damaged(path));
    await prepare(query);
  } catch (cause) {
    await adapter.close().catch(() => {});
    throw cause instanceof StoreError ? cause : new StoreError(explain(path, cause), { cause });
  }
  let closed: Promise<void> | undefined;
  return { adapter, query, close: () => (closed ??= adapter.close()) };
}

/**
 * Connects to the file and brings what is in it up to date, or refuses a newer one.
 * @param migrations none: an older file is refused as well, and stays as it is.
 * @throws StoreError with a sentence for the operator.
 */
export async function openDatabase(
  path: string,
  namespace: string,
  migrations: Migrations = {},
): Promise<Database> {
  const { adapter, ...connection } = await connect(path, (query) =>
    bringUpToDate(query, { path, namespace, migrations }),
  );
  const keyv = new Keyv({ store: adapter, namespace, throwOnErrors: true });
  keyv.on('error', () => {});
  return { keyv, ...connection };
}

/**
 * Makes the folder and the file where they are missing, and finds out about rights before SQLite opens
 * a read-only file in silence, and about emptiness before it takes an emptied file for a new one.
 */
async function reachFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const found = await stat(path).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    if (found === undefined) await makeDatabaseFile(path);
    if (found?.size === 0) throw new StoreError(emptied(path));
    await (await open(path, 'a')).close();
    await access(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(explain(path, cause), { cause });
  }
}

const damaged = (path: string): string =>
  `The database file ${path} is damaged or no database. Restore a backup; nothing was changed.`;

const emptied = (path: string): string =>
  `The database file ${path} is empty: what was in it is lost. Restore a backup, or remove the file to begin anew.`;

function explain(path: string, cause: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case 'SQLITE_BUSY':
      return `The database file ${path} is in use by another process. Only one Easel may run on a file.`;
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return damaged(path);
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return `The database file ${path} cannot be opened for reading and writing.`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds the database file ${path} is full.`;
    default:
      return `The database file ${path} could not be opened${code ? ` (${code})` : ''}.`;
  }
}
