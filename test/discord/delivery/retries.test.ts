import { expect, it } from 'vitest';
import { createRetries } from '../../../src/discord/delivery/retries.ts';
import { temporaryStore } from '../../support/edge-store.ts';
import { GUILD, idAt, OTHER_USER, USER } from '../../support/snowflakes.ts';

const DAY_MS = 24 * 3_600_000;
const CLICK = idAt('2026-11-22T10:00:00Z');
const OTHER_CLICK = idAt('2026-11-22T10:00:01Z');
const wanted = { guildId: GUILD, userId: USER, options: { prompt: 'A fox', count: 2 } };
const click = { interactionId: CLICK, guildId: GUILD, userId: USER };

/** Records in a store of their own, whose clock can be moved. */
async function scene() {
  const clock = { ahead: 0 };
  const store = await temporaryStore(() => Date.now() + clock.ahead);
  let ids = 0;
  const retries = createRetries(store, () => `record-${(ids += 1)}`);
  return { retries, clock, store, id: await retries.keep(wanted) };
}

it('gives back what was asked for', async () => {
  const { retries, id } = await scene();
  expect(await retries.take(id, click)).toEqual({ kind: 'taken', retry: wanted });
});

it('gives it once, however many click at the same time', async () => {
  const { retries, id } = await scene();
  const clicks = Array.from({ length: 5 }, (_, n) =>
    retries.take(id, { ...click, interactionId: idAt('2026-11-22T10:00:00Z', n) }),
  );
  const kinds = (await Promise.all(clicks)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['taken', 'used', 'used', 'used', 'used']);
});

it('knows the click that took it, and keeps nothing of what was asked for', async () => {
  const { retries, store, id } = await scene();
  await retries.take(id, click);
  expect(await retries.take(id, click)).toEqual({ kind: 'same-click' });
  expect(await retries.take(id, { ...click, interactionId: OTHER_CLICK })).toEqual({
    kind: 'used',
  });
  const rows: string[] = [];
  for await (const page of store.scan('retry:')) rows.push(JSON.stringify(page));
  expect(rows.join()).toContain(CLICK);
  expect(rows.join()).not.toContain('A fox');
});

it.each([
  ['another member', { userId: OTHER_USER }],
  ['another server', { guildId: idAt('2020-01-01') }],
  ['outside servers', { guildId: null }],
])('keeps it from %s', async (_, who) => {
  const { retries, id } = await scene();
  expect(await retries.take(id, { ...click, ...who })).toEqual({ kind: 'anothers' });
  expect(await retries.take(id, click)).toMatchObject({ kind: 'taken' });
});

it('can be put back', async () => {
  const { retries, id } = await scene();
  await retries.take(id, click);
  await retries.putBack(id, wanted);
  expect(await retries.take(id, { ...click, interactionId: OTHER_CLICK })).toEqual({
    kind: 'taken',
    retry: wanted,
  });
});

it('is kept for a day and no longer', async () => {
  const { retries, clock, id } = await scene();
  clock.ahead = DAY_MS - 60_000;
  expect(await retries.take(id, { ...click, userId: OTHER_USER })).toEqual({ kind: 'anothers' });
  clock.ahead = DAY_MS + 60_000;
  expect(await retries.take(id, click)).toEqual({ kind: 'gone' });
  expect(await retries.take('never-there', click)).toEqual({ kind: 'gone' });
});
