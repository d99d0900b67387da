import { copyFile, mkdir, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { MIGRATIONS } from '../../credits/migrate.ts';
import { isInUse } from '../../storage/fault.ts';
import { versionOf } from '../../storage/schema.ts';
import { connect } from '../../storage/sqlite.ts';
import { StoreError } from '../../storage/store.ts';
import { counted, done, type Outcome, refused } from './command.ts';
import { takeForReplacing } from './replace.ts';
import { useStore } from './use-store.ts';
import { problemLines, verdictOn } from './verify.ts';

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() === true;

/** Whether two names are one file's, by a link as well. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

/** Copies a database with the log that a program which was killed may have left beside it. */
async function copyWhole(file: string, to: string): Promise<void> {
  const real = await realpath(file);
  await copyFile(real, to);
  if (await exists(`${real}-wal`)) await copyFile(`${real}-wal`, `${to}-wal`);
}

const tableRows = z.array(z.object({ name: z.string() }));

/** Whether a program of ours made it: there is a version, and no table but Keyv's. */
async function isEasels(copy: string): Promise<boolean> {
  const database = await connect(copy);
  try {
    const sql = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    const tables = tableRows.parse(await database.query(sql));
    const version = await versionOf(database.query);
    return version > 0 && tables.every(({ name }) => name === 'keyv');
  } finally {
    await database.close();
  }
}

/**
 * Makes a copy of a backup ready to be used: whole, of this version, and with books that are right.
 * Gives back how many rows it has, or what is wrong with it.
 */
async function prepare(copy: string, file: string): Promise<number | string> {
  try {
    if ((await stat(copy)).size === 0 || !(await isEasels(copy)))
      return `${file} is no database of Easel.`;
    const verdict = await useStore(copy, verdictOn, MIGRATIONS);
    if (verdict.problems === 0) return verdict.rows;
    return `${problemLines(verdict)}\nThe books in ${file} are wrong.`;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.message.replaceAll(copy, file);
  }
}

/**
 * Puts a backup in the place of the database, which is kept beside it. Nothing is changed before the
 * backup is known to be good.
 * @param paths absolute.
 */
export async function restore(
  { path, file }: { readonly path: string; readonly file: string },
  now: Date,
): Promise<Outcome> {
  if (!(await exists(file))) return refused(`There is no file ${file}.`);
  if (await isSameFile(file, path)) return refused(`${file} is the database itself.`);
  await mkdir(dirname(path), { recursive: true });
  const folder = await mkdtemp(`${path}.restore-`);
  const copy = join(folder, 'easel.sqlite');
  try {
    const old = await takeForReplacing(path);
    try {
      await copyWhole(file, copy);
      const rows = await prepare(copy, file);
      if (typeof rows === 'string') return refused(`${rows} Nothing was changed.`);
      const kept = `${path}.before-restore-${now.toISOString().replaceAll(/[-:.]/g, '')}`;
      const had = await exists(path);
      await old.replaceBy(copy, kept);
      const where = had ? ` The database of before is kept as ${kept}.` : '';
      return done(`Restored ${counted(rows, 'row')} from ${file}.${where}`);
    } finally {
      await old.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError && isInUse(error))) throw error;
    return refused(`${path} is in use. Stop the bot first.`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
