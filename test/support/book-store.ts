import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/storage/keyv-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { writeOldFile } from './old-file.ts';
import type { Rows } from './verify-rows.ts';

/** A folder that ends with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-books-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A database file of this program's version with these documents. */
export async function bookFile(rows: Rows): Promise<string> {
  const file = join(await temporaryFolder(), 'easel.sqlite');
  await writeOldFile(file, rows, 2);
  return file;
}

/** A store on such a file; it ends with the test. */
export async function bookStore(rows: Rows): Promise<Store> {
  const store = await openStore(await bookFile(rows), Date.now);
  onTestFinished(() => store.close());
  return store;
}

/** Every document of a store, by its key. */
export async function rowsIn(store: Store): Promise<Rows> {
  const rows: Record<string, unknown> = {};
  for await (const { key, value } of store.scan('')) rows[key] = value;
  return rows;
}
