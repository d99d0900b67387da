import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pictureDocument, shownDocument } from '../../src/pictures/documents.ts';
import {
  createHistory,
  type HistoryPage,
  PAGE_SIZE,
  type Spot,
} from '../../src/pictures/history.ts';
import { createPictures } from '../../src/pictures/records.ts';
import { compareSnowflakes } from '../../src/snowflake.ts';
import type { BrokenDocumentError, Documents, Store } from '../../src/storage/store.ts';
import { pictureRequest } from '../support/edge-pictures.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { pictureRecord } from '../support/picture-records.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, ROLE, USER } from '../support/snowflakes.ts';

const ME = { guild: GUILD, user: USER };
const NEWEST: Spot = { kind: 'newest' };
const DAY_MS = 24 * 3_600_000;

/** The ids of messages, oldest first; one of them has a digit more than the others. */
const MESSAGES = [
  '99999999999999999',
  ...Array.from({ length: 40 }, (_, at) => idAt('2026-11-22', at)),
];

/** Histories in a store of their own, whose clock can be moved. */
async function scene() {
  const clock = { ahead: 0 };
  const store = await temporaryStore(() => Date.now() + clock.ahead);
  let ids = 0;
  const pictures = createPictures(store, () => `record-${(ids += 1)}`);
  const broken: string[] = [];
  const history = createHistory(store, ({ key }: BrokenDocumentError) => void broken.push(key));
  const show = async (messageId: string, member = ME): Promise<string> => {
    const request = pictureRequest();
    const id = await pictures.keep({ ...member, channel: CHANNEL, request, seeds: [7] });
    await pictures.shown(id, { message: messageId, seeds: [7] });
    return id;
  };
  return { store, clock, pictures, history, broken, show };
}

const idsOf = ({ entries }: HistoryPage): string[] => entries.map(({ messageId }) => messageId);

describe('a history', () => {
  it('of nobody is empty', async () => {
    const { history } = await scene();
    const nothing = { entries: [], hasNewer: false, hasOlder: false };
    expect(await history.page(ME, NEWEST)).toEqual(nothing);
    expect(await history.page(ME, { kind: 'older', than: idAt('2026-11-22') })).toEqual(nothing);
    expect(await history.page(ME, { kind: 'newer', than: idAt('2026-11-22') })).toEqual(nothing);
  });

  it('tells what was shown, by the record of it', async () => {
    const { history, pictures, show } = await scene();
    const [message = ''] = MESSAGES;
    const id = await show(message);
    const record = await pictures.find(id);
    expect(await history.page(ME, NEWEST)).toEqual({
      entries: [{ id, messageId: message, record }],
      hasNewer: false,
      hasOlder: false,
    });
    expect(record?.message).toBe(message);
  });

  it('is a member’s own, in one server', async () => {
    const { history, show } = await scene();
    const [mine = '', others = '', elsewhere = ''] = MESSAGES;
    await show(mine);
    await show(others, { ...ME, user: OTHER_USER });
    await show(elsewhere, { ...ME, guild: ROLE });
    expect(idsOf(await history.page(ME, NEWEST))).toEqual([mine]);
  });

  it('does not list what nobody saw yet, nor what was removed', async () => {
    const { history, pictures, store, show } = await scene();
    const [gone = ''] = MESSAGES;
    await pictures.keep({ ...ME, channel: null, request: pictureRequest(), seeds: [7] });
    await pictures.remove(await show(gone));
    expect(idsOf(await history.page(ME, NEWEST))).toEqual([]);
    expect(await store.keys('shown:')).toEqual([]);
  });

  it('lists pictures for as long as their records are kept', async () => {
    const { history, clock, store, show } = await scene();
    const [message = ''] = MESSAGES;
    await show(message);
    clock.ahead = 60 * DAY_MS - 60_000;
    expect(idsOf(await history.page(ME, NEWEST))).toEqual([message]);
    clock.ahead = 60 * DAY_MS + 60_000;
    expect(idsOf(await history.page(ME, NEWEST))).toEqual([]);
    expect(await store.keys('')).toEqual([]);
  });

  it('leaves out a record that is gone, and tells of rows that are broken', async () => {
    const { history, store, broken, show } = await scene();
    const [first = '', second = '', third = '', fourth = ''] = MESSAGES;
    await show(first);
    const entry = pictureDocument(await show(second));
    await store.update({ entry }, () => ({ answer: undefined, write: { entry: null } }));
    const key = `picture:${await show(third)}`;
    await store.update({ row: { key, schema: z.unknown() } }, () => ({
      answer: undefined,
      write: { row: 1 },
    }));
    const row = { ...shownDocument(ME, fourth), schema: z.unknown() };
    await store.update({ row }, () => ({ answer: undefined, write: { row: 1 } }));
    expect(idsOf(await history.page(ME, NEWEST))).toEqual([first]);
    expect(broken).toEqual([row.key, key]);
  });
});

/** Shows the pictures of many messages at once, each by a record that is named like it. */
async function fill(store: Store, messageIds: readonly string[]): Promise<void> {
  for (let at = 0; at < messageIds.length; at += 500) {
    const rows = messageIds
      .slice(at, at + 500)
      .flatMap((message) => [
        [message, pictureDocument(message), pictureRecord({ message })] as const,
        [`shown ${message}`, shownDocument(ME, message), { v: 1, record: message }] as const,
      ]);
    const documents = Object.fromEntries(rows.map(([name, document]) => [name, document]));
    const write = Object.fromEntries(rows.map(([name, , value]) => [name, value]));
    await store.update<Documents, void>(documents, () => ({ answer: undefined, write }));
  }
}

/** A page by the ids on it, and what it says is beside. */
const told = (page: HistoryPage) => ({ ...page, entries: idsOf(page) });

/** What the page at a spot must be, given everything there is, newest first. */
function expected(living: readonly string[], { kind, than }: Exclude<Spot, { kind: 'newest' }>) {
  const beyond = living.filter((id) => {
    const order = compareSnowflakes(id, than);
    return kind === 'older' ? order < 0 : order > 0;
  });
  const last = beyond.length > 0 ? beyond.slice(0, PAGE_SIZE) : living.slice(-PAGE_SIZE);
  const near = beyond.length > PAGE_SIZE ? beyond.slice(-PAGE_SIZE) : living.slice(0, PAGE_SIZE);
  const entries = kind === 'older' ? last : near;
  return {
    entries,
    hasNewer: entries[0] !== living[0],
    hasOlder: entries.at(-1) !== living.at(-1),
  };
}

describe('its pages', () => {
  it.each([1, 4, 5, 6, 10, 11, 38])('show each of %i once, forth and back', async (count) => {
    const { store, history } = await scene();
    const messages = MESSAGES.slice(0, count);
    await fill(store, messages);
    const living = messages.toReversed();
    let page = await history.page(ME, NEWEST);
    const forth = [page];
    while (page.hasOlder) {
      page = await history.page(ME, { kind: 'older', than: idsOf(page).at(-1) ?? '' });
      forth.push(page);
    }
    expect(forth.flatMap(idsOf)).toEqual(living);
    for (const before of forth.toReversed().slice(1)) {
      page = await history.page(ME, { kind: 'newer', than: idsOf(page)[0] ?? '' });
      expect(page).toEqual(before);
    }
  });

  it('begin and end where they must, whatever is there and whatever is gone', async () => {
    const spots = fc.record({
      kind: fc.constantFrom('older' as const, 'newer' as const),
      than: fc.constantFrom(...MESSAGES),
    });
    const property = fc.asyncProperty(fc.subarray(MESSAGES), spots, async (there, spot) => {
      const { store, history } = await scene();
      await fill(store, there);
      const page = await history.page(ME, spot);
      expect(told(page)).toEqual(expected(there.toReversed(), spot));
    });
    await fc.assert(property, { numRuns: 60 });
    expect.hasAssertions();
  });

  it('do not shift where a picture is shown in between', async () => {
    const { store, history, show } = await scene();
    await fill(store, MESSAGES.slice(0, 12));
    const first = idsOf(await history.page(ME, NEWEST));
    await show(MESSAGES[12] ?? '');
    const second = await history.page(ME, { kind: 'older', than: first.at(-1) ?? '' });
    expect([...first, ...idsOf(second)]).toEqual(MESSAGES.slice(2, 12).toReversed());
  });

  it('cost the same among ten thousand', async () => {
    const { store } = await scene();
    const messages = Array.from({ length: 10_000 }, (_, at) => idAt('2026-11-22', at));
    await fill(store, messages);
    const seen = { rows: 0 };
    const counting: Store = {
      ...store,
      async *scan(...range) {
        for await (const row of store.scan(...range)) {
          seen.rows += 1;
          yield row;
        }
      },
    };
    const history = createHistory(counting, () => {});
    for (const than of [messages[9_999], messages[5_000], messages[10], messages[2]]) {
      for (const kind of ['older', 'newer'] as const) {
        seen.rows = 0;
        expect(idsOf(await history.page(ME, { kind, than: than ?? '' }))).not.toEqual([]);
        expect(seen.rows).toBeLessThanOrEqual(2 * (PAGE_SIZE + 3));
      }
    }
  });
});
