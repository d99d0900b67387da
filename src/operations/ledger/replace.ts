import { constants, copyFile, link, rename, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { copyDatabase, putInPlace } from '../../storage/backup.ts';
import { codeOf, isInUse } from '../../storage/fault.ts';
import type { Query } from '../../storage/pages.ts';
import { connect } from '../../storage/sqlite.ts';
import { StoreError } from '../../storage/store.ts';

/** Files that SQLite keeps beside a database, which would be taken for those of the next one. */
const BESIDE = ['-wal', '-journal', '-shm'];

/** A database that is about to be replaced, locked against bots as long as it is held. */
export interface Replaced {
  /**
   * Puts a whole file in its place, and keeps the old one under another name. At any instant the
   * place has one of the two.
   */
  replaceBy(whole: string, kept: string): Promise<void>;
  close(): Promise<void>;
}

/** Keeps what lies beside a damaged database with it: somebody may still make something of it. */
async function moveBeside(path: string, kept: string): Promise<void> {
  for (const ending of BESIDE) {
    await rename(`${path}${ending}`, `${kept}${ending}`).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
}

const journalRows = z.tuple([z.object({ journal_mode: z.literal('delete') })]);

/** Brings everything into the one file; the lock on it stays. */
async function gather(path: string, { query }: { readonly query: Query }): Promise<void> {
  journalRows.parse(await query('PRAGMA journal_mode=DELETE'));
  for (const ending of BESIDE) await rm(`${path}${ending}`, { force: true });
}

/**
 * Takes the database that is to be replaced. One that is damaged is kept as it is, with what belongs
 * to it; of a whole one everything is brought into the one file first.
 * @throws StoreError when a bot runs on it.
 */
export async function takeForReplacing(path: string): Promise<Replaced> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    return { replaceBy: (whole) => putInPlace(whole, path), close: async () => {} };
  }
  const old = await connect(path).catch((error: unknown) => {
    if (!(error instanceof StoreError) || isInUse(error)) throw error;
  });
  /**
   * For disks that know no second names. A file that this process opens and closes loses its lock, so
   * that one which is locked is copied by SQLite.
   */
  const copyTo = (kept: string): Promise<unknown> =>
    old === undefined
      ? copyFile(path, kept, constants.COPYFILE_EXCL)
      : copyDatabase(old.query, kept);
  return {
    async replaceBy(whole, kept) {
      if (old !== undefined) await gather(path, old);
      await link(path, kept).catch((error: unknown) => {
        if (codeOf(error) === 'EEXIST') throw error;
        return copyTo(kept);
      });
      if (old === undefined) await moveBeside(path, kept);
      await putInPlace(whole, path);
    },
    close: async () => old?.close(),
  };
}
