import { mkdtemp, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problemLine } from '../../credits/verify-problem.ts';
import { isInUse } from '../../storage/fault.ts';
import { OldSchemaError } from '../../storage/schema.ts';
import { StoreError } from '../../storage/store.ts';
import { look } from '../ledger/look.ts';
import { verdictOn } from '../ledger/verify.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** The folder itself, or the nearest one above it that is there already. */
async function nearestFolder(folder: string): Promise<string> {
  const parent = dirname(folder);
  return parent === folder || (await exists(folder)) ? folder : nearestFolder(parent);
}

async function checkFolder(file: string): Promise<Finding> {
  const folder = await nearestFolder(dirname(file));
  try {
    await rmdir(await mkdtemp(join(folder, '.easel-')));
    return ok(`Database: ${file} will be made at the first start`);
  } catch {
    return fail(
      `Database: ${folder} is no folder this user can write to; change its rights or DATABASE_URL`,
    );
  }
}

/**
 * Whether the bot could open its data, and whether its books are right. A file that is there is
 * opened as the bot opens it, or the running bot is asked for a copy; one that is not there is not made.
 *
 * @param path absolute, or relative to the current folder
 */
export async function checkDatabase(path: string): Promise<Finding> {
  const file = resolve(path);
  if (!(await exists(file))) {
    return checkFolder(file);
  }
  try {
    const { problems, told } = await look(file, verdictOn);
    const [first] = told;
    if (first === undefined) return ok(`Database: ${file} is whole, and its books are right`);
    return fail(
      `Database: ${file} is whole, but its books are wrong in ${problems} ${problems === 1 ? 'place' : 'places'}; "npm run ledger -- verify" names them: ${problemLine(first)}`,
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error instanceof OldSchemaError) return warn(`Database: ${error.message}`);
    return isInUse(error)
      ? warn(
          `Database: ${file} is in use; that is right while the bot runs, else stop what holds it`,
        )
      : fail(`Database: ${error.message}`);
  }
}
