import { constants, copyFile, link, rename, stat } from 'node:fs/promises';
import { putInPlace } from '../../storage/backup.ts';
import { connect, isInUse } from '../../storage/sqlite.ts';
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

/** Gives a file a second name, or a copy where the disk knows no second names. */
async function keepAs(path: string, kept: string): Promise<void> {
  await link(path, kept).catch(() => copyFile(path, kept, constants.COPYFILE_EXCL));
}

async function moveBeside(path: string, kept: string): Promise<void> {
  for (const ending of BESIDE) {
    await rename(`${path}${ending}`, `${kept}${ending}`).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
  }
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
  return {
    async replaceBy(whole, kept) {
      // Without a log of its own the old file leaves nothing behind that the new one could read.
      await old?.query('PRAGMA journal_mode=DELETE');
      await keepAs(path, kept);
      await moveBeside(path, kept);
      await putInPlace(whole, path);
    },
    close: async () => old?.close(),
  };
}
