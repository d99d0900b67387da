import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/storage/keyv-store.ts';
import type { Document, Store } from '../../src/storage/store.ts';

const ROWS = 200;

const text = (row: number, keepMs?: number): Document<string> => ({
  key: `text:${row}`,
  schema: z.string(),
  ...(keepMs !== undefined && { keepMs }),
});

let file = '';
let clock = 1_000_000;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'easel-removed-'));
  file = join(folder, 'easel.sqlite');
  return () => rm(folder, { recursive: true });
});

/** Writes to every row, of which each names a fox. */
async function write(store: Store, keepMs?: number, value: string | null = 'A secret fox') {
  for (let row = 0; row < ROWS; row += 1) {
    const after = value && `${value} ${row} ${'and more '.repeat(row)}`;
    await store.update({ row: text(row, keepMs) }, () => ({ answer: 0, write: { row: after } }));
  }
}

/** How often a fox is named in the file and in what belongs to it. */
async function foxes(): Promise<number> {
  const parts = [file, `${file}-wal`].map((path) => readFile(path, 'latin1').catch(() => ''));
  return (await Promise.all(parts)).join('').split('secret fox').length - 1;
}

describe('nothing stays on the disk', () => {
  it.each([
    ['of what was removed', undefined],
    ['of what is over', 1_000],
  ])('%s, once it was swept', async (_, keepMs) => {
    const store = await openStore(file, () => clock);
    await write(store, keepMs);
    expect(await foxes()).toBeGreaterThanOrEqual(ROWS);
    if (keepMs === undefined) await write(store, keepMs, null);
    clock += 2_000;
    await store.sweep();
    expect(await foxes()).toBe(0);
    await store.close();
    expect(await foxes()).toBe(0);
  });

  it('of what was written over', async () => {
    const store = await openStore(file, () => clock);
    await write(store);
    await write(store, undefined, 'A hen');
    await store.close();
    expect(await foxes()).toBe(0);
  });
});
