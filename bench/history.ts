import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictureDocument, shownDocument } from '../src/pictures/documents.ts';
import { createHistory, type Spot } from '../src/pictures/history.ts';
import { snowflakeAt } from '../src/snowflake.ts';
import { openStore } from '../src/storage/keyv-store.ts';
import type { Documents, Store } from '../src/storage/store.ts';

const PICTURES = [10, 1_000, 10_000, 50_000];
const PAGES = 200;
const BATCH = 500;
const START = Date.UTC(2026, 10, 22);
const MEMBER = { guild: '200000000000000001', user: '300000000000000001' };

const messageId = (index: number): string => snowflakeAt(START + index * 60_000);

/** Shows so many pictures to one member, the prompt of each as long as a usual one. */
async function fill(store: Store, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const documents: Record<string, Documents[string]> = {};
    const write: Record<string, unknown> = {};
    for (let at = from; at < Math.min(count, from + BATCH); at += 1) {
      const [id, message] = [`record-${at}`, messageId(at)];
      documents[id] = pictureDocument(id);
      documents[message] = shownDocument(MEMBER, message);
      const asked = { prompt: 'A lighthouse on a cliff, '.repeat(8), aspectRatio: '1:1', count: 1 };
      const request = { ...asked, negativePrompt: null, stylePreset: null, seed: null };
      write[id] = { v: 1, ...MEMBER, channel: null, message, request, seeds: [7] };
      write[message] = { v: 1, record: id };
    }
    await store.update<Documents, void>(documents, () => ({ answer: undefined, write }));
  }
}

/** Milliseconds that a page takes on average, read over and over. */
async function costOf(store: Store, spot: Spot): Promise<number> {
  const history = createHistory(store, (error) => {
    throw error;
  });
  const begun = performance.now();
  for (let page = 0; page < PAGES; page += 1) await history.page(MEMBER, spot);
  return (performance.now() - begun) / PAGES;
}

/** Prints what a page of a member's history costs, at its beginning, in its middle and at its end. */
export async function benchHistory(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-bench-'));
  const rows: Record<string, number | string>[] = [];
  for (const pictures of PICTURES) {
    const store = await openStore(join(folder, `${pictures}.sqlite`), Date.now);
    await fill(store, pictures);
    const middle = messageId(Math.floor(pictures / 2));
    const spots: Record<string, Spot> = {
      newest: { kind: 'newest' },
      'older, in the middle': { kind: 'older', than: middle },
      'newer, in the middle': { kind: 'newer', than: middle },
      last: { kind: 'older', than: messageId(5) },
    };
    const row: Record<string, number | string> = { pictures };
    for (const [name, spot] of Object.entries(spots)) {
      row[`${name} (ms)`] = (await costOf(store, spot)).toFixed(2);
    }
    rows.push(row);
    await store.close();
  }
  await rm(folder, { recursive: true });
  console.table(rows);
}

if (import.meta.main) await benchHistory();
