import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/**
 * Takes pictures of a page into a folder that is gone when the test ends, or into the folder that the
 * variable SCREENSHOTS names. Answers how many bytes each has.
 */
export async function shooting(): Promise<(page: Page, name: string) => Promise<number>> {
  const kept = process.env['SCREENSHOTS'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'easel-shots-')));
  if (kept === undefined) onTestFinished(() => rm(folder, { recursive: true }));
  return async (page, name) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    return (await stat(path)).size;
  };
}
