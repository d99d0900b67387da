import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Migration, OldSchemaError } from '../../src/storage/schema.ts';
import { openDatabase } from '../../src/storage/sqlite.ts';
import { readRows, writeOldFile } from '../support/old-file.ts';
import { withSqlite } from '../support/sqlite-file.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'easel-schema-'));
  file = join(folder, 'easel.sqlite');
  return () => rm(folder, { recursive: true });
});

const OLD = { 'a:1': { v: 1, n: 1 }, 'a:2': { v: 1, n: 2 }, 'b:1': { v: 1 } };

/** Doubles what is below `a:`, and adds a row. */
const double: Migration = async (rows) => {
  for await (const { key, value } of rows.scan('a:')) {
    await rows.put([{ key, value: { v: 2, n: 2 * (value as { n: number }).n } }]);
  }
  await rows.put([]);
  await rows.put([{ key: 'c', value: { v: 2 } }]);
};

async function open(migration?: Migration): Promise<void> {
  const database = await openDatabase(file, 'easel', migration && { 1: migration });
  await database.close();
}

const texts = (rows: object) =>
  Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, JSON.stringify({ value })]));

describe('a file of an older version', () => {
  beforeEach(() => writeOldFile(file, OLD));

  it('is brought up to date, once', async () => {
    await open(double);
    await open(double);
    expect(await readRows(file)).toEqual({
      version: 2,
      rows: texts({ 'a:1': { v: 2, n: 2 }, 'a:2': { v: 2, n: 4 }, 'b:1': { v: 1 }, c: { v: 2 } }),
    });
  });

  it('is kept beside it as it was', async () => {
    await open(double);
    expect(await readdir(folder)).toEqual(['easel.sqlite', 'easel.sqlite.v1.bak']);
    expect(await readRows(`${file}.v1.bak`)).toEqual({ version: 1, rows: texts(OLD) });
  });

  it('stays as it is when its migration fails in the middle', async () => {
    const failing: Migration = async (rows) => {
      await double(rows);
      await rows.put([{ key: 'd', value: 'too much' }]);
      throw new Error('in the middle');
    };
    await expect(open(failing)).rejects.toThrow(/could not be brought up to date/);
    expect(await readRows(file)).toEqual({ version: 1, rows: texts(OLD) });
    await open(double);
    expect(await readRows(file)).toMatchObject({ version: 2 });
  });

  it('stays as it is when a statement of it fails', async () => {
    const trigger =
      "CREATE TRIGGER full BEFORE INSERT ON keyv WHEN new.key = 'easel:c' BEGIN SELECT raise(ABORT, 'full'); END";
    await withSqlite(file, (query) => query(trigger));
    await expect(open(double)).rejects.toThrow(/could not be/);
    expect(await readRows(file)).toEqual({ version: 1, rows: texts(OLD) });
  });

  it('is refused by a program that only looks', async () => {
    await expect(open()).rejects.toBeInstanceOf(OldSchemaError);
    await expect(open()).rejects.toThrow(/older Easel \(schema 1.*Start the bot once/);
    expect(await readRows(file)).toEqual({ version: 1, rows: texts(OLD) });
    expect(await readdir(folder)).toEqual(['easel.sqlite']);
  });
});

it('a new file has the newest version at once, and no copy', async () => {
  await open(() => Promise.reject(new Error('nothing to migrate')));
  expect(await readRows(file)).toEqual({ version: 2, rows: {} });
  expect(await readdir(folder)).toEqual(['easel.sqlite']);
});
