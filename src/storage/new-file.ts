import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, rm } from 'node:fs/promises';
import { KeyvSqlite } from '@keyv/sqlite';
import { codeOf } from './fault.ts';

/**
 * Makes a database file where there is none: whole under another name, then in its place, so that a
 * file without a byte is always one that lost what was in it. Of two at the same time one stays.
 */
export async function makeDatabaseFile(path: string): Promise<void> {
  const made = `${path}.${randomUUID()}.new`;
  try {
    const adapter = new KeyvSqlite({ uri: `sqlite://${made}` });
    adapter.on('error', () => {});
    try {
      await adapter.query('PRAGMA user_version');
    } finally {
      await adapter.close();
    }
    await moveTo(path, made).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made, { force: true });
  }
}

/** Never over another file; some file systems have no second names. */
const moveTo = (path: string, made: string): Promise<void> =>
  link(made, path).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw error;
    return copyFile(made, path, constants.COPYFILE_EXCL);
  });
