import { type BackupAnswer, backupAnswerSchema } from './control-answer.ts';
import { readControl } from './control-file.ts';

/** A large database on a slow disk takes minutes. */
const LONGEST_MS = 600_000;

/**
 * Asks the bot that runs on a database for a copy of it in a new file, an absolute path. Undefined when
 * no bot answers: none left word, or one that was killed did and its port is silent or somebody else's.
 */
export async function askForBackup(
  databasePath: string,
  file: string,
): Promise<BackupAnswer | undefined> {
  const control = await readControl(databasePath);
  if (control === undefined) return undefined;
  try {
    const response = await fetch(`http://127.0.0.1:${control.port}/backup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${control.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ file }),
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    return backupAnswerSchema.parse(await response.json());
  } catch {
    return undefined;
  }
}
