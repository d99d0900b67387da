import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlaygroundError } from './problem.ts';

const NAME = 'running.pid';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, so there is one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Takes a folder for this process alone; answers the way to give it back. What a process left behind that is no
 * more is taken over. Throws PlaygroundError when another one has the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, NAME);
  const take = (): Promise<void> => writeFile(path, String(process.pid), { flag: 'wx' });
  try {
    await take();
  } catch (cause) {
    if (!isThere(cause)) throw new PlaygroundError(`${path} cannot be written.`, { cause });
    const owner = Number(await readFile(path, 'utf8'));
    if (owner > 0 && isRunning(owner))
      throw new PlaygroundError(`Another playground uses ${folder} (process ${owner}).`, { cause });
    await rm(path, { force: true });
    await take();
  }
  return () => rm(path, { force: true });
}
