import { copyFile, link, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/storage/keyv-store.ts';
import { bookFile, temporaryFolder } from '../../support/book-store.ts';
import { ledger } from '../../support/ledger-process.ts';
import { oldServer, readRows, writeOldFile } from '../../support/old-file.ts';
import { GUILD, idAt } from '../../support/snowflakes.ts';
import { withSqlite } from '../../support/sqlite-file.ts';
import { goodRows, KEYS } from '../../support/verify-rows.ts';

const empty = { probe: { v: 1, at: 7 } };

/** A database, and a backup of other books beside it. */
async function twoFiles(): Promise<{
  file: string;
  backup: string;
  list: () => Promise<string[]>;
}> {
  const file = await bookFile(empty);
  const backup = join(dirname(file), 'backup.sqlite');
  await writeOldFile(backup, goodRows(), 2);
  return { file, backup, list: async () => (await readdir(dirname(file))).toSorted() };
}

describe('a backup that is put back', () => {
  it('replaces the database, which is kept', async () => {
    const { file, backup, list } = await twoFiles();
    const before = await readRows(file);
    const { end, out } = await ledger(file, ['restore', backup]);
    expect({ end, out }).toEqual({
      end: 0,
      out: expect.stringMatching(
        /^Restored 15 rows from .*kept as .*before-restore-\d{8}T\d{9}Z\.\n$/,
      ),
    });
    expect(await readRows(file)).toEqual(await readRows(backup));
    const [, , kept = '', ...rest] = await list();
    expect(kept).toMatch(/^easel\.sqlite\.before-restore-/);
    expect(rest).toEqual([]);
    expect(await readRows(join(dirname(file), kept))).toEqual(before);
  });

  it('takes the place of a database that is not there', async () => {
    const { file, backup, list } = await twoFiles();
    await rm(file);
    expect(await ledger(file, ['restore', backup])).toMatchObject({ end: 0 });
    expect(await readRows(file)).toEqual(await readRows(backup));
    expect(await list()).toEqual(['backup.sqlite', 'easel.sqlite']);
  });

  it('leaves nothing behind of the log of a killed bot, which is kept with the old database', async () => {
    const { file, backup, list } = await twoFiles();
    const live = await bookFile({});
    const store = await openStore(live, Date.now);
    onTestFinished(() => store.close());
    await store.probe();
    await copyFile(live, file);
    await copyFile(`${live}-wal`, `${file}-wal`);
    expect(await ledger(file, ['restore', backup])).toMatchObject({ end: 0 });
    expect(await readRows(file)).toEqual(await readRows(backup));
    const [, , kept = ''] = await list();
    expect(Object.keys((await readRows(join(dirname(file), kept))).rows)).toEqual(['probe']);
    expect((await list()).filter((name) => /-(?:wal|journal|shm)$/.test(name))).toEqual([]);
  });

  it.each([
    ['', async (copy: string) => copy],
    [
      ', and is found through a pointer',
      async (copy: string) => {
        await symlink(copy, `${copy}.pointer`);
        return `${copy}.pointer`;
      },
    ],
  ])('brings its own log along%s', async (_, named) => {
    const { file } = await twoFiles();
    const live = await bookFile({});
    const store = await openStore(live, Date.now);
    onTestFinished(() => store.close());
    await store.probe();
    const copy = `${file}.copy`;
    await copyFile(live, copy);
    await copyFile(`${live}-wal`, `${copy}-wal`);
    const backup = await named(copy);
    await writeOldFile(file, { 'settings:1': 'broken' }, 2);
    expect(await ledger(file, ['restore', backup])).toMatchObject({ end: 0 });
    expect(Object.keys((await readRows(file)).rows)).toEqual(['probe']);
  });

  it('may be of an older version', async () => {
    const { file, backup, list } = await twoFiles();
    await rm(backup);
    const old = oldServer(3, { id: idAt('2026-11-22'), guild: GUILD, month: '2026-11' });
    await writeOldFile(backup, old);
    expect(await ledger(file, ['restore', backup])).toMatchObject({ end: 0 });
    expect((await readRows(backup)).version).toBe(1);
    expect((await readRows(file)).version).toBe(2);
    expect(await ledger(file, ['verify'])).toMatchObject({ end: 0 });
    expect(await list()).toHaveLength(3);
  });

  it.each([
    ['damaged', (bytes: Buffer) => bytes.fill(0xab, 4096, 8192)],
    ['no database any more', () => Buffer.from('ashes '.repeat(1000))],
  ])('replaces a database that is %s, with what belonged to it', async (_, damage) => {
    const { file, backup, list } = await twoFiles();
    const bytes = damage(await readFile(file));
    await writeFile(file, bytes);
    await writeFile(`${file}-wal`, 'old log');
    expect(await ledger(file, ['restore', backup])).toMatchObject({ end: 0 });
    expect(await list()).not.toContain('easel.sqlite-wal');
    expect(await readRows(file)).toEqual(await readRows(backup));
    const kept = (await list()).filter((name) => name.includes('before-restore'));
    expect(kept.map((name) => name.replace(/.*Z/, ''))).toContain('');
    expect(await readFile(join(dirname(file), kept[0] ?? ''))).toHaveLength(bytes.length);
  });
});

/** What is said to a restore that changes nothing. */
async function refusal(file: string, backup: string): Promise<string> {
  const before = await readRows(file);
  const names = await readdir(dirname(file));
  const { end, out } = await ledger(file, ['restore', backup]);
  expect(end).toBe(1);
  expect(await readRows(file)).toEqual(before);
  expect(await readdir(dirname(file))).toEqual(names);
  return out;
}

describe('a file that cannot be put back', () => {
  it('is one that is not there, or the database itself', async () => {
    const { file, backup } = await twoFiles();
    expect(await refusal(file, `${backup}.none`)).toMatch(/There is no file/);
    expect(await refusal(file, dirname(backup))).toMatch(/There is no file/);
    expect(await refusal(file, file)).toMatch(/is the database itself/);
  });

  it.each([
    ['pointer', symlink],
    ['second name', link],
  ])('is a %s of the database itself, whose newest rows are in its log', async (_, make) => {
    const { file } = await twoFiles();
    const other = join(dirname(file), 'other.sqlite');
    await make(file, other);
    expect(await refusal(file, other)).toMatch(/is the database itself/);
  });

  it.each([
    ['a text', (path: string) => writeFile(path, 'a shopping list '.repeat(100)), /damaged or no/],
    ['nothing', (path: string) => writeFile(path, ''), /is no database of Easel/],
    [
      'half of it',
      async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 4096)),
      /damaged or no database/,
    ],
    [
      'another program’s',
      (path: string) => withSqlite(path, (query) => query('CREATE TABLE songs(name TEXT)')),
      /is no database of Easel/,
    ],
    [
      'a newer Easel’s',
      (path: string) => withSqlite(path, (query) => query('PRAGMA user_version=3')),
      /newer Easel/,
    ],
    [
      'books that are wrong',
      (path: string) =>
        withSqlite(path, (query) => query('DELETE FROM keyv WHERE key = ?', `easel:${KEYS.other}`)),
      /its members used 12.*\nThe books in .* are wrong\. Nothing was changed/,
    ],
  ])('is %s', async (_, spoil, text) => {
    const { file, backup } = await twoFiles();
    await spoil(backup);
    expect(await refusal(file, backup)).toMatch(text);
  });

  it('is any, while a bot runs', async () => {
    const { backup } = await twoFiles();
    const file = join(await temporaryFolder(), 'easel.sqlite');
    const store = await openStore(file, Date.now);
    onTestFinished(() => store.close());
    await store.probe();
    const { end, out } = await ledger(file, ['restore', backup]);
    expect({ end, out }).toEqual({
      end: 1,
      out: expect.stringMatching(/is in use\. Stop the bot/),
    });
    expect(await store.keys('')).toEqual(['probe']);
  });
});
