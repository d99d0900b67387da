import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createOpenInteractions } from '../../../src/discord/delivery/open-interactions.ts';
import { openStore } from '../../../src/storage/keyv-store.ts';
import { type Store, StoreError } from '../../../src/storage/store.ts';
import { temporaryStore } from '../../support/edge-store.ts';
import { CHANNEL, GUILD, idAt, USER } from '../../support/snowflakes.ts';
import { withSqlite } from '../../support/sqlite-file.ts';

const FIRST = idAt('2026-11-22T10:00:00Z');
const SECOND = idAt('2026-11-22T10:00:01Z');
const old = { applicationId: idAt('2026-01-01'), token: 'a-token', guildId: GUILD, userId: USER };
const asked = { ...old, channelId: CHANNEL, options: { prompt: 'A fox', count: 2, loud: true } };

/** For books in which nothing is broken. */
const none = (interactionId: string) => {
  throw new Error(`${interactionId} is broken`);
};

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'easel-open-'));
  return () => rm(folder, { recursive: true });
});

it('opens an interaction once, whoever asks again', async () => {
  const store = await temporaryStore();
  const before = createOpenInteractions(store, 'before');
  const now = createOpenInteractions(store, 'now');
  expect(await before.open(FIRST, asked)).toBe(true);
  expect(await before.open(FIRST, asked)).toBe(false);
  expect(await now.open(FIRST, { ...asked, token: 'other' })).toBe(false);
  expect((await now.leftBehind(none)).get(FIRST)).toEqual({ v: 2, ...asked, boot: 'before' });
});

it('opens only one of two duplicates at the same time', async () => {
  const open = createOpenInteractions(await temporaryStore(), 'now');
  const answers = await Promise.all([open.open(FIRST, asked), open.open(FIRST, asked)]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});

it('finds what earlier runs left open, and nothing of this run', async () => {
  const store = await temporaryStore();
  const before = createOpenInteractions(store, 'before');
  const now = createOpenInteractions(store, 'now');
  await before.open(FIRST, { ...asked, guildId: null });
  await now.open(SECOND, asked);
  expect([...(await now.leftBehind(none)).keys()]).toEqual([FIRST]);
  await now.closeLeftBehind(FIRST);
  expect(await now.leftBehind(none)).toEqual(new Map());
  await now.closeLeftBehind(FIRST);
});

it('closes what is its own, and leaves alone what another run left', async () => {
  const store = await temporaryStore();
  const before = createOpenInteractions(store, 'before');
  const now = createOpenInteractions(store, 'now');
  await before.open(FIRST, asked);
  await now.close(FIRST);
  expect([...(await now.leftBehind(none)).keys()]).toEqual([FIRST]);
  await before.close(FIRST);
  expect(await now.leftBehind(none)).toEqual(new Map());
  expect(await now.open(FIRST, asked)).toBe(true);
});

it('knows a duplicate of what this run works on even while the database fails', async () => {
  const store = await temporaryStore();
  let fails = false;
  const failing: Store = {
    ...store,
    update: (...call) =>
      fails ? Promise.reject(new StoreError('The database failed.')) : store.update(...call),
  };
  const open = createOpenInteractions(failing, 'now');
  expect(await open.open(FIRST, asked)).toBe(true);
  fails = true;
  expect(await open.open(FIRST, asked)).toBe(false);
  await expect(open.open(SECOND, asked)).rejects.toThrow(StoreError);
  expect(await open.open(SECOND, asked)).toBe(false);
  fails = false;
  await open.close(SECOND);
  expect(await open.open(SECOND, asked)).toBe(true);
});

it('takes another run’s interaction for its own no sooner than it is closed', async () => {
  const store = await temporaryStore();
  const before = createOpenInteractions(store, 'before');
  const now = createOpenInteractions(store, 'now');
  await before.open(FIRST, asked);
  expect(await now.open(FIRST, asked)).toBe(false);
  await now.closeLeftBehind(FIRST);
  expect(await now.open(FIRST, asked)).toBe(true);
});

it('tells an entry that cannot be read, leaves it out and keeps it', async () => {
  const file = join(folder, 'easel.sqlite');
  const first = await openStore(file, Date.now);
  const before = createOpenInteractions(first, 'before');
  await before.open(FIRST, asked);
  await before.open(SECOND, asked);
  await first.close();
  const count = () =>
    withSqlite(file, (query) => query("SELECT key FROM keyv WHERE key LIKE '%open:%'"));
  await withSqlite(file, (query) =>
    query('UPDATE keyv SET value = ? WHERE key LIKE ?', '{"broken', `%${FIRST}`),
  );

  const again = await openStore(file, Date.now);
  const now = createOpenInteractions(again, 'now');
  const broken: string[] = [];
  const left = await now.leftBehind((id, { key }) => broken.push(id, key));
  expect([...left.keys()]).toEqual([SECOND]);
  expect(broken).toEqual([FIRST, `open:${FIRST}`]);
  await again.close();
  expect(await count()).toHaveLength(2);
});

it('reads what an earlier version wrote, which knew neither channel nor options', async () => {
  const file = join(folder, 'easel.sqlite');
  const first = await openStore(file, Date.now);
  await createOpenInteractions(first, 'before').open(FIRST, asked);
  await first.close();
  const row = JSON.stringify({ value: { v: 1, ...old, boot: 'before' } });
  await withSqlite(file, (query) => query('UPDATE keyv SET value = ?', row));

  const again = await openStore(file, Date.now);
  const left = await createOpenInteractions(again, 'now').leftBehind(none);
  expect(left.get(FIRST)).toMatchObject({ ...old, channelId: null, options: null });
  await again.close();
});

it('does not take a failing database for an entry that is broken', async () => {
  const store = await temporaryStore();
  await createOpenInteractions(store, 'before').open(FIRST, asked);
  const failing = { ...store, read: () => Promise.reject(new StoreError('The database failed.')) };
  await expect(createOpenInteractions(failing, 'now').leftBehind(none)).rejects.toThrow(StoreError);
});
