import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { takeForReplacing } from '../../../src/operations/ledger/replace.ts';
import { bookFile } from '../../support/book-store.ts';
import { ledger } from '../../support/ledger-process.ts';
import { readRows, writeOldFile } from '../../support/old-file.ts';
import { NO_LINKS, OPEN_AND_TELL } from '../../support/programs.ts';
import { goodRows } from '../../support/verify-rows.ts';

const empty = { probe: { v: 1, at: 7 } };

/** What a bot that is started now says. */
const tryToOpen = async (file: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, [OPEN_AND_TELL, file])).stdout;

it('keeps bots away until the new database is in its place', async () => {
  const file = await bookFile(empty);
  const whole = `${file}.new`;
  await writeOldFile(whole, goodRows(), 2);
  const old = await takeForReplacing(file);
  expect(await tryToOpen(file)).toMatch(/in use/);
  await expect(old.replaceBy(`${whole}.none`, `${file}.kept-1`)).rejects.toThrow(/ENOENT/);
  expect(await tryToOpen(file)).toMatch(/in use/);
  await old.replaceBy(whole, `${file}.kept-2`);
  expect(await tryToOpen(file)).toBe('opened');
  await old.close();
  expect(Object.keys((await readRows(file)).rows)).toHaveLength(15);
  expect(Object.keys((await readRows(`${file}.kept-2`)).rows)).toEqual(['probe']);
});

it('keeps the old database where files have one name only', async () => {
  const file = await bookFile(empty);
  const backup = join(dirname(file), 'backup.sqlite');
  await writeOldFile(backup, goodRows(), 2);
  const preload = [NO_LINKS];
  expect(await ledger(file, ['restore', backup], { preload })).toMatchObject({ end: 0 });
  const kept = (await readdir(dirname(file))).filter((name) =>
    name.startsWith(`${basename(file)}.`),
  );
  expect(kept).toHaveLength(1);
  expect(Object.keys((await readRows(join(dirname(file), kept[0] ?? ''))).rows)).toEqual(['probe']);
});

const otherDisk = '/dev/shm';

it.skipIf(!existsSync(otherDisk))(
  'keeps bots away while it copies to another disk (skipped where there is none)',
  async () => {
    const file = await bookFile(empty);
    const elsewhere = await mkdtemp(join(otherDisk, 'easel-kept-'));
    onTestFinished(() => rm(elsewhere, { recursive: true }));
    const old = await takeForReplacing(file);
    const kept = join(elsewhere, 'kept');
    await expect(old.replaceBy(`${file}.none`, kept)).rejects.toThrow(/ENOENT/);
    expect(await tryToOpen(file)).toMatch(/in use/);
    await old.close();
    expect(await readRows(kept)).toEqual(await readRows(file));
  },
);

it('never keeps a database in the place of another', async () => {
  const file = await bookFile(empty);
  const kept = `${file}.kept`;
  await writeFile(kept, 'older still');
  const old = await takeForReplacing(file);
  await expect(old.replaceBy(`${file}.none`, kept)).rejects.toThrow(/EEXIST/);
  await old.close();
  expect(await readFile(kept, 'utf8')).toBe('older still');
});
