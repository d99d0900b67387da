import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import { z } from 'zod';
import { whyUnwritten } from './fault.ts';
import type { Query } from './pages.ts';
import { type Backup, StoreError } from './store.ts';

const countRows = z.tuple([z.object({ rows: z.int() })]);

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a whole file its name, replacing what had it, so that neither a kill nor a power cut tears it. */
export async function putInPlace(from: string, to: string): Promise<void> {
  await flush(from);
  await rename(from, to);
  await flush(dirname(to));
}

async function countIn(file: string): Promise<number> {
  const copy = new KeyvSqlite({ uri: `sqlite://${file}` });
  copy.on('error', () => {});
  try {
    const [{ rows }] = countRows.parse(await copy.query('SELECT count(*) AS rows FROM keyv'));
    return rows;
  } finally {
    await copy.close();
  }
}

/**
 * Copies the database as it is at one moment to a file. It is made under another name, so that what a
 * kill leaves behind is never taken for a whole copy. Replaces a file of that name.
 */
export async function copyDatabase(
  query: Query,
  file: string,
): Promise<{ bytes: number; rows: number }> {
  const part = `${file}.part`;
  try {
    for (const old of [part, `${part}-journal`]) await rm(old, { force: true });
    await query('VACUUM INTO ?', part);
    const rows = await countIn(part);
    const { size } = await stat(part);
    await putInPlace(part, file);
    return { bytes: size, rows };
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {});
    throw new StoreError(`The copy ${file} could not be written: ${whyUnwritten(cause)}.`, {
      cause,
    });
  }
}

const look = (path: string) => stat(path).catch(() => undefined);

/** Copies the database to a new file, or says why that file cannot be. */
export async function backUp(query: Query, file: string): Promise<Backup> {
  const folder = await look(dirname(file));
  if (folder?.isDirectory() !== true) return { kind: 'no-folder' };
  if ((await look(file)) !== undefined) return { kind: 'exists' };
  return { kind: 'made', ...(await copyDatabase(query, file)) };
}
