import { resolve } from 'node:path';
import { codeOf, whyUnwritten } from '../../storage/fault.ts';
import { StoreError } from '../../storage/store.ts';
import { backup } from './backup.ts';
import { type Call, parseCall, USAGE } from './call.ts';
import { type Outcome, refused } from './command.ts';
import { type BooksSettings, readSettings } from './environment.ts';
import { forget } from './forget.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

async function perform(call: Call, settings: BooksSettings): Promise<Outcome> {
  const { path } = settings;
  switch (call.command) {
    case 'report':
      return report(settings, call.json);
    case 'verify':
      return verify(path, call.json);
    case 'backup':
      return backup(path, resolve(call.file));
    case 'restore':
      return restore({ path, file: resolve(call.file) }, new Date());
    case 'forget':
      return forget(path, call.userId);
  }
}

/**
 * Does what the operator asks of the books, and says what came of it.
 *
 * @returns the exit code: 1 when it was not done or something is wrong, 2 for a call that cannot be meant
 */
export async function runLedger(options: {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print: (text: string) => void;
}): Promise<0 | 1 | 2> {
  const { print } = options;
  const call = parseCall(options.args);
  if (call === undefined) {
    print(USAGE);
    return 2;
  }
  const settings = readSettings(options.env);
  if (!('path' in settings)) {
    print(['The configuration cannot be used:', ...settings].join('\n  '));
    return 2;
  }
  const { ok, text } = await perform(call, settings).catch((error: unknown) => {
    if (error instanceof StoreError) return refused(error.message);
    if (codeOf(error) === '') throw error;
    return refused(`It cannot be done: ${whyUnwritten(error)}.`);
  });
  print(text);
  return ok ? 0 : 1;
}
