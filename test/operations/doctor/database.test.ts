import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkDatabase } from '../../../src/operations/doctor/database.ts';
import { openDatabase } from '../../../src/storage/sqlite.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'easel-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('a file that is not there yet is not made, nor is its folder', async () => {
  const path = await folder();
  expect(await checkDatabase(join(path, 'a', 'b', 'easel.sqlite'))).toEqual({
    verdict: 'ok',
    text: expect.stringContaining('will be made at the first start'),
  });
  expect(await readdir(path)).toEqual([]);
});

test('a file in the place of a folder cannot hold the data', async () => {
  const path = await folder();
  await writeFile(join(path, 'data'), '', { mode: 0o777 });
  expect(await checkDatabase(join(path, 'data', 'easel.sqlite'))).toEqual({
    verdict: 'fail',
    text: expect.stringContaining('is no folder'),
  });
});

test('a folder that takes nothing new cannot hold the data', async () => {
  // Not even the superuser can make a file there.
  const sealed = process.platform === 'linux' ? '/proc' : '/';
  expect(await checkDatabase(join(sealed, 'easel', 'easel.sqlite'))).toEqual({
    verdict: 'fail',
    text: expect.stringContaining(`${sealed} is no folder this user can write to`),
  });
});

test('a file that the bot made is well', async () => {
  const file = join(await folder(), 'easel.sqlite');
  await (await openDatabase(file, 'easel')).close();
  expect(await checkDatabase(file)).toMatchObject({ verdict: 'ok' });
});

test('a file that a running bot holds is told as such', async () => {
  const file = join(await folder(), 'easel.sqlite');
  const database = await openDatabase(file, 'easel');
  onTestFinished(() => database.close());
  expect(await checkDatabase(file)).toEqual({
    verdict: 'warn',
    text: expect.stringContaining('is in use'),
  });
});

test('a file that is no database fails and stays as it is', async () => {
  const path = await folder();
  await writeFile(
    join(path, 'easel.sqlite'),
    'a shopping list, long enough for a header'.repeat(9),
  );
  expect(await checkDatabase(join(path, 'easel.sqlite'))).toMatchObject({ verdict: 'fail' });
});
