import { rm, stat } from 'node:fs/promises';
import { type Store, StoreError } from '../../storage/store.ts';
import { askForBackup } from '../control-client.ts';
import { useStore } from './use-store.ts';

/**
 * Opens a database for a program that only looks at it: the file itself while no bot runs, else a
 * copy that the bot makes beside it and that is deleted afterwards.
 * @param path absolute.
 * @throws StoreError with a sentence for the operator, also when there is no such file.
 */
export async function look<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    throw new StoreError(`There is no database file ${path}; the bot makes it at its first start.`);
  }
  const copy = `${path}.look-${process.pid}`;
  try {
    const backup = await askForBackup(path, copy);
    if (backup === undefined) return await useStore(path, work);
    if (backup.kind === 'made') return await useStore(copy, work);
    const why = backup.kind === 'failed' ? backup.reason : 'Try again in a minute.';
    throw new StoreError(`The running bot could not copy its database beside it. ${why}`);
  } finally {
    await rm(copy, { force: true });
  }
}
