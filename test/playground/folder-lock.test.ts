import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../playground/folder-lock.ts';
import { freshFolder } from '../support/playground-folder.ts';

describe('a playground’s folder', () => {
  it('is one playground’s at a time', async () => {
    const folder = await freshFolder();
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`(process ${process.pid})`);
    await unlock();
    const again = await lockFolder(folder);
    await again();
  });

  it('is taken over from a process that is no more', async () => {
    const folder = await freshFolder();
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(join(folder, 'running.pid'), String(pid));
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`(process ${process.pid})`);
    await unlock();
  });
});
