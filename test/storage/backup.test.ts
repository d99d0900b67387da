import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Document } from '../../src/storage/store.ts';
import { bookFile, bookStore } from '../support/book-store.ts';
import { readRows } from '../support/old-file.ts';
import { DIE_AT_FILE } from '../support/programs.ts';

const counter = (key: string): Document<number> => ({ key, schema: z.number() });

/** Rows enough for a copy to take a moment. */
const many = () =>
  Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`row:${at}`, 'x'.repeat(100)]));

describe('a backup', () => {
  it('is of one moment, while pairs of rows are written that belong together', async () => {
    const file = await bookFile({});
    const store = await bookStore(many());
    const pair = { a: counter('pair:a'), b: counter('pair:b') };
    const end = new AbortController();
    const writing = (async () => {
      for (let n = 1; !end.signal.aborted; n += 1) {
        await store.update(pair, () => ({ answer: undefined, write: { a: n, b: n } }));
      }
    })();
    for (let copy = 0; copy < 5; copy += 1) {
      const to = `${file}.${copy}`;
      const made = await store.backUp(to);
      const { rows } = await readRows(to);
      expect(made).toMatchObject({ kind: 'made', rows: Object.keys(rows).length });
      expect(rows['pair:a']).toEqual(rows['pair:b']);
    }
    end.abort();
    await writing;
  });

  it('takes nobody’s place, and leaves nothing behind where it cannot be', async () => {
    const store = await bookStore(many());
    const file = await bookFile({});
    const bytes = await readFile(file);
    expect(await store.backUp(file)).toEqual({ kind: 'exists' });
    expect(await readFile(file)).toEqual(bytes);
    expect(await store.backUp(`${file}/copy`)).toEqual({ kind: 'no-folder' });
    expect(await store.backUp(`${file}.none/copy`)).toEqual({ kind: 'no-folder' });
    await expect(store.backUp(`${dirname(file)}/${'x'.repeat(255)}`)).rejects.toThrow(
      /could not be written: /,
    );
    expect(await readdir(dirname(file))).toEqual(['easel.sqlite']);
  });

  it('is made although a killed one left its beginning', async () => {
    const store = await bookStore(many());
    const copy = `${await bookFile({})}.copy`;
    await writeFile(`${copy}.part`, 'the beginning of a copy');
    expect(await store.backUp(copy)).toMatchObject({ kind: 'made', rows: 4_000 });
    expect(await readdir(dirname(copy))).toEqual(['easel.sqlite', 'easel.sqlite.copy']);
  });

  it('has its name only when it is whole, however it is killed', async () => {
    const file = await bookFile(many());
    const preload = ['--import', DIE_AT_FILE];
    for (let step = 0; ; step += 1) {
      const copy = `${file}.${step}`;
      const args = [...preload, 'src/operations/ledger.ts', 'backup', copy];
      const child = spawn(process.execPath, args, {
        env: { PATH: process.env['PATH'], DATABASE_URL: `sqlite://${file}`, DIE_AT: `${step}` },
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      const names = await readdir(dirname(file));
      const rows = names.includes(`easel.sqlite.${step}`) ? (await readRows(copy)).rows : many();
      expect(Object.keys(rows)).toHaveLength(4_000);
      if (code === 0) break;
    }
    const parts = (await readdir(dirname(file))).filter((name) => name.endsWith('.part'));
    expect(parts).not.toEqual([]);
  });

  it('has its name only when it is whole, killed as soon as anything of it is there', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [`row:${at}`, 'x'.repeat(200)]);
    const file = await bookFile(Object.fromEntries(rows));
    const copy = `${file}.copy`;
    const env = { PATH: process.env['PATH'], DATABASE_URL: `sqlite://${file}` };
    const child = spawn(process.execPath, ['src/operations/ledger.ts', 'backup', copy], { env });
    const watcher = watch(dirname(file), (_, name) => {
      if (name?.startsWith('easel.sqlite.copy') === true) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    watcher.close();
    const isThere = (await readdir(dirname(file))).includes('easel.sqlite.copy');
    const found = isThere ? (await readRows(copy)).rows : Object.fromEntries(rows);
    expect(Object.keys(found)).toHaveLength(60_000);
  });
});
