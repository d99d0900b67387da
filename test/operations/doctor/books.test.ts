import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../../src/operations/doctor/database.ts';
import { bookFile, temporaryFolder } from '../../support/book-store.ts';
import { oldServer, readRows, writeOldFile } from '../../support/old-file.ts';
import { GUILD, idAt } from '../../support/snowflakes.ts';
import { goodRows, KEYS } from '../../support/verify-rows.ts';

test('books that are right are told as such', async () => {
  expect(await checkDatabase(await bookFile(goodRows()))).toEqual({
    verdict: 'ok',
    text: expect.stringContaining('its books are right'),
  });
});

test('books that are wrong fail, with the first thing that is', async () => {
  const file = await bookFile({ ...goodRows(), [KEYS.other]: 'text' });
  expect(await checkDatabase(file)).toEqual({
    verdict: 'fail',
    text: expect.stringMatching(/wrong in 1 place; "npm run ledger -- verify" .*cannot be read/),
  });
});

test('books of an older Easel are left for the bot to bring up to date', async () => {
  const file = join(await temporaryFolder(), 'easel.sqlite');
  await writeOldFile(
    file,
    oldServer(2, { id: idAt('2026-11-22'), guild: GUILD, month: '2026-11' }),
  );
  expect(await checkDatabase(file)).toEqual({
    verdict: 'warn',
    text: expect.stringContaining('Start the bot once'),
  });
  expect((await readRows(file)).version).toBe(1);
});
