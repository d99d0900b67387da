import { stat } from 'node:fs/promises';
import { backUp } from '../../storage/backup.ts';
import { connect } from '../../storage/sqlite.ts';
import type { BackupAnswer } from '../control-answer.ts';
import { askForBackup } from '../control-client.ts';
import { counted, done, type Outcome, refused, size } from './command.ts';

/** Copies a database that no bot runs on, of whatever version it is. */
async function copyUnused(path: string, file: string): Promise<BackupAnswer> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    return { kind: 'failed', reason: `There is no database file ${path}.` };
  }
  const database = await connect(path);
  try {
    return await backUp(database.query, file);
  } finally {
    await database.close();
  }
}

/** Copies the database, as it is at one moment, to a new file; the running bot does it itself. */
export async function backup(path: string, file: string): Promise<Outcome> {
  const answer = (await askForBackup(path, file)) ?? (await copyUnused(path, file));
  switch (answer.kind) {
    case 'made':
      return done(`Backed up ${counted(answer.rows, 'row')} to ${file} (${size(answer.bytes)}).`);
    case 'exists':
      return refused(`There is a file ${file} already. It is left as it is.`);
    case 'no-folder':
      return refused(`The folder of ${file} is not there.`);
    case 'busy':
      return refused('The bot is making another backup. Try again in a minute.');
    case 'failed':
      return refused(answer.reason);
  }
}
