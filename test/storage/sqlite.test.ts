import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/storage/keyv-store.ts';
import { makeDatabaseFile } from '../../src/storage/new-file.ts';
import { openDatabase } from '../../src/storage/sqlite.ts';
import { StoreError } from '../../src/storage/store.ts';
import { withSqlite } from '../support/sqlite-file.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'easel-sqlite-'));
  file = join(folder, 'easel.sqlite');
  return () => rm(folder, { recursive: true });
});

/** Opening fails with a sentence for the operator. */
async function refusal(): Promise<string> {
  const error: unknown = await openDatabase(file, 'easel').then(
    async (database) => {
      await database.close();
      return undefined;
    },
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).message;
}

/** A file with a few hundred rows in it. */
async function filledFile(): Promise<void> {
  const database = await openDatabase(file, 'easel');
  for (let row = 0; row < 300; row += 1) await database.keyv.set(`row:${row}`, 'x'.repeat(200));
  await database.close();
}

describe('opening a database file', () => {
  it('makes the folder and the file, and flushes every commit', async () => {
    file = join(folder, 'new', 'deep', 'easel.sqlite');
    const database = await openDatabase(file, 'easel');
    onTestFinished(() => database.close());
    expect(await database.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  });

  it('refuses a file that another connection holds', async () => {
    const store = await openStore(file, Date.now);
    onTestFinished(() => store.close());
    expect(await refusal()).toMatch(/in use by another process/);
  });

  it('refuses a text file and leaves it alone', async () => {
    const text = 'These are notes, and no database. '.repeat(100);
    await writeFile(file, text);
    expect(await refusal()).toMatch(/damaged or no database/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('refuses a file with an overwritten page', async () => {
    await filledFile();
    const bytes = await readFile(file);
    bytes.fill(0xab, 4096, 8192);
    await writeFile(file, bytes);
    expect(await refusal()).toMatch(/damaged or no database/);
  });

  it('refuses a truncated file', async () => {
    await filledFile();
    await truncate(file, 12_000);
    expect(await refusal()).toMatch(/damaged or no database/);
  });

  it('refuses a file that is damaged within a page', async () => {
    await filledFile();
    const bytes = await readFile(file);
    bytes.fill(0xab, 4 * 4096 + 8, 4 * 4096 + 60);
    await writeFile(file, bytes);
    expect(await refusal()).toMatch(/damaged or no database/);
  });

  it('refuses a file that lost every byte, and leaves it alone', async () => {
    await filledFile();
    await truncate(file);
    expect(await refusal()).toMatch(/is empty: what was in it is lost/);
    expect(await readFile(file)).toHaveLength(0);
  });

  it('leaves nothing beside a new file', async () => {
    await filledFile();
    expect(await readdir(folder)).toEqual(['easel.sqlite']);
  });

  it('makes one file of two at once, and never over another', async () => {
    await Promise.all([makeDatabaseFile(file), makeDatabaseFile(file)]);
    await filledFile();
    await makeDatabaseFile(file);
    const database = await openDatabase(file, 'easel');
    onTestFinished(() => database.close());
    expect(await database.keyv.get('row:7')).toBe('x'.repeat(200));
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('refuses a file of a newer version', async () => {
    await filledFile();
    await withSqlite(file, (query) => query('PRAGMA user_version=3'));
    expect(await refusal()).toMatch(/newer Easel \(schema 3, this one knows 2\)/);
  });

  it('refuses a folder in the file’s place', async () => {
    await mkdir(file);
    expect(await refusal()).toMatch(/cannot be opened for reading and writing/);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a read-only file (root may write any)', async () => {
    await filledFile();
    await chmod(file, 0o444);
    expect(await refusal()).toMatch(/cannot be opened for reading and writing/);
  });
});
