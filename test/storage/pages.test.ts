import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/storage/keyv-store.ts';
import { sweepPages } from '../../src/storage/pages.ts';
import { openDatabase } from '../../src/storage/sqlite.ts';
import type { Document, Store } from '../../src/storage/store.ts';
import { withSqlite } from '../support/sqlite-file.ts';

let folder = '';
let file = '';
let clock = 1_000_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'easel-pages-'));
  file = join(folder, 'easel.sqlite');
  clock = 1_000_000;
  return () => rm(folder, { recursive: true });
});

const numbered = (at: number): string => String(at).padStart(5, '0');

/** Fills the file with rows `n:00000`, `n:00001` and so on; every third one's time is over. */
async function fill(count: number): Promise<void> {
  const database = await openDatabase(file, 'easel');
  await database.query(
    `WITH RECURSIVE row(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM row WHERE n + 1 < ?)
     INSERT INTO keyv(key, value)
     SELECT printf('easel:n:%05d', n), json_object('value', n, 'expires', iif(n % 3 = 0, 1, NULL)) FROM row WHERE n < ?`,
    count,
    count,
  );
  await database.close();
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(file, () => clock);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function collect(store: Store, ...range: Parameters<Store['scan']>) {
  const rows: unknown[] = [];
  for await (const { key, value } of store.scan(...range)) rows.push([key, value]);
  return rows;
}

const counter = (key: string): Document<number> => ({ key, schema: z.number() });

const alive = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, at) => from + at)
    .filter((at) => at % 3 !== 0)
    .map((at) => [`n:${numbered(at)}`, at]);

describe('a scan', () => {
  it.each([0, 1, 7, 8, 9, 40, 2_345])('meets each of %i rows once, in order', async (count) => {
    await fill(count);
    expect(await withStore((store) => collect(store, 'n:'))).toEqual(alive(0, count));
  });

  it('begins where it is told to, and ends with the prefix', async () => {
    await fill(2_000);
    await withSqlite(file, (query) =>
      query("INSERT INTO keyv(key, value) VALUES ('easel:m:9', '{}'), ('easel:n;', '{}')"),
    );
    const rows = await withStore((store) => collect(store, 'n:', `n:${numbered(1_000)}`));
    expect(rows).toEqual(alive(1_000, 2_000));
  });

  it.each([0, 1, 7, 8, 9, 40, 2_345])('meets each of %i rows once, downwards', async (count) => {
    await fill(count);
    await withSqlite(file, (query) =>
      query("INSERT INTO keyv(key, value) VALUES ('easel:m:9', '{}'), ('easel:n;', '{}')"),
    );
    const rows = await withStore((store) => collect(store, 'n:', undefined, 'down'));
    expect(rows).toEqual(alive(0, count).toReversed());
  });

  it('goes downwards from where it is told to, to the beginning of the prefix', async () => {
    await fill(2_000);
    const rows = await withStore((store) => collect(store, 'n:', `n:${numbered(1_000)}`, 'down'));
    expect(rows).toEqual(alive(0, 1_001).toReversed());
    const between = await withStore((store) => collect(store, 'n:', `n:${numbered(10)}x`, 'down'));
    expect(between).toEqual(alive(0, 11).toReversed());
  });

  it('tells a row that cannot be read without a value', async () => {
    await fill(2);
    await withSqlite(file, (query) =>
      query("INSERT INTO keyv(key, value) VALUES ('easel:n:x', 'text'), ('easel:n:y', NULL)"),
    );
    expect(await withStore((store) => collect(store, 'n:'))).toEqual([
      ['n:00001', 1],
      ['n:x', undefined],
      ['n:y', undefined],
    ]);
  });

  it('meets what is written ahead of it, and nothing twice', async () => {
    await fill(300);
    await withStore(async (store) => {
      const seen: string[] = [];
      for await (const { key } of store.scan('n:')) {
        seen.push(key);
        if (seen.length > 1) continue;
        const both = { ahead: counter('n:00299x'), behind: counter('n:00000') };
        await store.update(both, () => ({ answer: undefined, write: { ahead: 1, behind: 1 } }));
      }
      expect(seen).toEqual([...alive(0, 300).map(([key]) => key), 'n:00299x']);
    });
  });
});

describe('the removal of a range', () => {
  it.each([499, 500, 501, 1_700])('takes %i rows, and no other', async (count) => {
    await fill(2_000);
    await withStore(async (store) => {
      const until = `n:${numbered(100 + count)}`;
      expect(await store.removeRange(`n:${numbered(100)}`, until)).toBe(count);
      expect(await collect(store, 'n:')).toEqual([...alive(0, 100), ...alive(100 + count, 2_000)]);
    });
  });
});

describe('the sweep', () => {
  it.each([0, 1, 499, 500, 501, 1_000, 2_345])('finds what is over in %i rows', async (count) => {
    await fill(count);
    await withStore(async (store) => {
      expect(await store.sweep()).toBe(Math.ceil(count / 3));
      expect(await store.sweep()).toBe(0);
      expect(await collect(store, 'n:')).toEqual(alive(0, count));
    });
  });

  it('goes over a large table in statements that touch few rows each', async () => {
    await fill(5_000);
    const database = await openDatabase(file, 'easel');
    const touched: number[] = [];
    const swept = await sweepPages(
      async (sql, ...parameters) => {
        const rows = await database.query(sql, ...parameters);
        if (sql.startsWith('DELETE')) touched.push(rows.length);
        return rows;
      },
      clock,
      undefined,
    );
    await database.close();
    expect(swept).toBe(1_667);
    expect(touched).toHaveLength(11);
    expect(Math.max(...touched)).toBeLessThanOrEqual(167);
  });

  it('lets charges come in between', async () => {
    await fill(20_000);
    await withStore(async (store) => {
      const order: string[] = [];
      const document = counter('charge');
      const sweeping = store.sweep().then(() => order.push('swept'));
      await store.update({ document }, () => ({ answer: undefined, write: { document: 1 } }));
      order.push('charged');
      await sweeping;
      expect(order).toEqual(['charged', 'swept']);
    });
  });

  it('ends when it is told to', async () => {
    await fill(2_000);
    await withStore(async (store) => {
      expect(await store.sweep(AbortSignal.abort())).toBe(0);
    });
  });
});
