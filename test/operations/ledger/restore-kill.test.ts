import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { restore } from '../../../src/operations/ledger/restore.ts';
import { openStore } from '../../../src/storage/keyv-store.ts';
import { bookFile } from '../../support/book-store.ts';
import { ledger } from '../../support/ledger-process.ts';
import { readRows, writeOldFile } from '../../support/old-file.ts';
import { DIE_AT_FILE } from '../../support/programs.ts';
import { goodRows } from '../../support/verify-rows.ts';

/** A database that a killed bot left, its last rows in the log alone. */
async function abandoned(file: string): Promise<void> {
  const live = await bookFile({});
  const store = await openStore(live, Date.now);
  await store.probe();
  await copyFile(live, file);
  await copyFile(`${live}-wal`, `${file}-wal`);
  await store.close();
}

it('a kill at any step leaves the old database or the new one', async () => {
  const folder = dirname(await bookFile({}));
  const backup = join(folder, 'backup.sqlite');
  await writeOldFile(backup, goodRows(), 2);
  const rows = Object.keys(goodRows()).toSorted();
  const left: string[] = [];

  for (let step = 0; ; step += 1) {
    const home = join(folder, String(step));
    await mkdir(home);
    const file = join(home, 'easel.sqlite');
    await abandoned(file);
    const env = { DIE_AT: String(step) };
    const { end } = await ledger(file, ['restore', backup], { env, preload: [DIE_AT_FILE] });
    const keys = Object.keys((await readRows(file)).rows);
    expect([['probe'], rows]).toContainEqual(keys);
    left.push(keys.length === 1 ? 'old' : 'new');
    if (end === 0) break;
    expect(end).toBe('SIGKILL');
    expect(await restore({ path: file, file: backup }, new Date())).toMatchObject({ ok: true });
  }
  expect(left.join(' ')).toMatch(/^(?:old ){8,}(?:new ?)+$/);
});
