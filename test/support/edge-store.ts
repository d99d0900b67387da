import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/storage/keyv-store.ts';

/** A store on a file of its own, by the host's clock unless told otherwise; both end with the test. */
export async function temporaryStore(now: () => number = Date.now) {
  const folder = await mkdtemp(join(tmpdir(), 'easel-edge-'));
  const store = await openStore(join(folder, 'easel.sqlite'), now);
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}
