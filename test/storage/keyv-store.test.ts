import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/storage/keyv-store.ts';
import { BrokenDocumentError, type Document, type Store } from '../../src/storage/store.ts';
import { withSqlite } from '../support/sqlite-file.ts';

const schema = z.strictObject({ v: z.literal(1), count: z.int().min(0) });
const counter = (key: string, keepMs?: number): Document<z.infer<typeof schema>> => ({
  key: `counter:${key}`,
  schema,
  ...(keepMs !== undefined && { keepMs }),
});

let file = '';
let clock = 1_000_000;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'easel-store-'));
  file = join(folder, 'easel.sqlite');
  clock = 1_000_000;
  return () => rm(folder, { recursive: true });
});

async function open(): Promise<Store> {
  const store = await openStore(file, () => clock);
  onTestFinished(() => store.close());
  return store;
}

const add = (store: Store, document: ReturnType<typeof counter>, by = 1) =>
  store.update({ document }, ({ document: now }) => {
    const count = (now?.count ?? 0) + by;
    return { write: { document: { v: 1 as const, count } }, answer: count };
  });

describe('the store', () => {
  it('loses no update among a hundred at once', async () => {
    const store = await open();
    const document = counter('a');
    const answers = await Promise.all(Array.from({ length: 100 }, () => add(store, document)));
    expect(new Set(answers).size).toBe(100);
    expect(await store.read(document)).toEqual({ v: 1, count: 100 });
  });

  it('writes documents that belong together, or none of them', async () => {
    const store = await open();
    const both = { a: counter('a'), b: counter('b') };
    const broken = store.update(both, () => ({
      write: {
        a: { v: 1 as const, count: 1 },
        b: { v: 1 as const, count: 1n as unknown as number },
      },
      answer: undefined,
    }));
    await expect(broken).rejects.toThrow(/expected number/);
    expect(await store.read(both.a)).toBeUndefined();
    await store.update(both, () => ({
      write: { a: { v: 1 as const, count: 1 }, b: { v: 1 as const, count: 2 } },
      answer: undefined,
    }));
    expect(await store.read(both.a)).toEqual({ v: 1, count: 1 });
    expect(await store.read(both.b)).toEqual({ v: 1, count: 2 });
  });

  it('cannot be stuck by updates that share keys in another order', async () => {
    const store = await open();
    const touch = (first: string, second: string) =>
      store.update(
        { first: counter(first), second: counter(second) },
        ({ first: a, second: b }) => ({
          write: {
            first: { v: 1 as const, count: (a?.count ?? 0) + 1 },
            second: { v: 1 as const, count: (b?.count ?? 0) + 1 },
          },
          answer: undefined,
        }),
      );
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? touch('a', 'b') : touch('b', 'a'))),
    );
    expect(await store.read(counter('a'))).toEqual({ v: 1, count: 40 });
  });

  it('keeps what was written after it is closed', async () => {
    const store = await openStore(file, () => clock);
    await add(store, counter('a'), 3);
    await store.close();
    await store.close();
    expect(await (await open()).read(counter('a'))).toEqual({ v: 1, count: 3 });
  });

  it('removes a document in the same statement as it writes another', async () => {
    const store = await open();
    await add(store, counter('a'));
    await store.update({ a: counter('a'), b: counter('b') }, () => ({
      write: { a: null, b: { v: 1 as const, count: 1 } },
      answer: undefined,
    }));
    expect(await store.read(counter('a'))).toBeUndefined();
    expect(await store.sweep()).toBe(1);
    expect(await store.keys('counter:')).toEqual(['counter:b']);
  });

  it('forgets a document when its time is over, and not before', async () => {
    const store = await open();
    await add(store, counter('short', 1_000));
    clock += 1_000;
    expect(await store.sweep()).toBe(0);
    expect(await store.read(counter('short', 1_000))).toEqual({ v: 1, count: 1 });
    clock += 1;
    expect(await store.read(counter('short', 1_000))).toBeUndefined();
    expect(await store.sweep()).toBe(1);
  });

  it('lists keys by their beginning, taken to the letter', async () => {
    const store = await open();
    for (const key of ['a_b', 'aXb', 'a%b', 'z']) await add(store, counter(key));
    expect(await store.keys('counter:a_')).toEqual(['counter:a_b']);
    expect(await store.keys('counter:a%')).toEqual(['counter:a%b']);
  });
});

describe('a broken document', () => {
  it.each([
    ['no JSON', 'not json'],
    ['an empty text', ''],
    ['null', 'null'],
    ['a row without a value', '{}'],
    ['an empty document', '{"value":{}}'],
    ['another version', '{"value":{"v":2,"count":1}}'],
    ['a negative count', '{"value":{"v":1,"count":-1}}'],
    ['text for a number', '{"value":{"v":1,"count":"1"}}'],
    ['a string', '{"value":"{}"}'],
    ['an array', '{"value":[]}'],
    ['a null', '{"value":null}'],
    ['an unknown field', '{"value":{"v":1,"count":1,"more":1}}'],
  ])('of %s is never read as empty or overwritten, and the others go on', async (_, text) => {
    const store = await openStore(file, () => clock);
    await add(store, counter('good'));
    await add(store, counter('bad'));
    await store.close();
    const sql = 'UPDATE keyv SET value = ? WHERE key = ?';
    await withSqlite(file, (query) => query(sql, text, 'easel:counter:bad'));

    const again = await open();
    await expect(add(again, counter('bad'))).rejects.toBeInstanceOf(BrokenDocumentError);
    await expect(again.read(counter('bad'))).rejects.toThrow('counter:bad');
    await expect(add(again, counter('good'))).resolves.toBe(2);
    await again.sweep();
    await again.close();
    const [row] = await withSqlite(file, (query) =>
      query('SELECT value FROM keyv WHERE key = ?', 'easel:counter:bad'),
    );
    expect(row).toEqual({ value: text });
  });
});
