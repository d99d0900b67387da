import { expect, it } from 'vitest';
import { z } from 'zod';
import { shownDocument } from '../../src/pictures/documents.ts';
import { createPictures, type NewPictures } from '../../src/pictures/records.ts';
import { forgetPictures } from '../../src/pictures/forget.ts';
import { pictureRequest } from '../support/edge-pictures.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { pictureRecord, requestOf, SHOWN } from '../support/picture-records.ts';
import { CHANNEL, GUILD, OTHER_USER, ROLE, USER } from '../support/snowflakes.ts';

const DAY_MS = 24 * 3_600_000;

const shown: NewPictures = {
  guild: GUILD,
  channel: CHANNEL,
  user: USER,
  request: pictureRequest({ stylePreset: 'anime', seed: 7, count: 2 }),
  seeds: [7, 8],
};

const kept = pictureRecord({
  message: null,
  request: requestOf({ stylePreset: 'anime', seed: 7, count: 2 }),
  seeds: [7, 8],
});

/** Records in a store of their own, whose clock can be moved. */
async function scene() {
  const clock = { ahead: 0 };
  const store = await temporaryStore(() => Date.now() + clock.ahead);
  let ids = 0;
  const pictures = createPictures(store, () => `record-${(ids += 1)}`);
  return { store, clock, pictures, id: await pictures.keep(shown) };
}

it('keeps what pictures were made from', async () => {
  const { pictures, id } = await scene();
  expect(await pictures.find(id)).toEqual(kept);
  expect(await pictures.find('never-there')).toBeUndefined();
});

it('notes where they are shown, and which of them', async () => {
  const { pictures, id } = await scene();
  await pictures.shown(id, { message: SHOWN, seeds: [7] });
  expect(await pictures.find(id)).toEqual({ ...kept, message: SHOWN, seeds: [7] });
});

it('removes what nobody sees any more, and brings nothing back', async () => {
  const { pictures, store, id } = await scene();
  await pictures.remove(id);
  await pictures.shown(id, { message: SHOWN, seeds: [7] });
  await pictures.remove('never-there');
  expect(await pictures.find(id)).toBeUndefined();
  expect(await store.keys('')).toEqual([]);
});

it('removes what was shown and the row that it is listed by, in one write', async () => {
  const { pictures, store, id } = await scene();
  await pictures.shown(id, { message: SHOWN, seeds: [7, 8] });
  expect(await store.keys('')).toEqual([`picture:${id}`, `shown:${GUILD}:${USER}:0${SHOWN}`]);
  await pictures.remove(id);
  expect(await store.keys('')).toEqual([]);
});

it('is kept for 60 days and no longer', async () => {
  const { pictures, clock, id } = await scene();
  clock.ahead = 60 * DAY_MS - 60_000;
  expect(await pictures.find(id)).toEqual(kept);
  clock.ahead = 60 * DAY_MS + 60_000;
  expect(await pictures.find(id)).toBeUndefined();
});

it('forgets a member’s, and no others', async () => {
  const { pictures, store, id } = await scene();
  const others = await pictures.keep({ ...shown, user: OTHER_USER });
  expect(await forgetPictures(store, USER)).toBe(1);
  expect(await pictures.find(id)).toBeUndefined();
  expect(await pictures.find(others)).toEqual({ ...kept, user: OTHER_USER });
  expect(await forgetPictures(store, USER)).toBe(0);
});

it('forgets in which messages they were shown, by whatever rows', async () => {
  const { pictures, store, id } = await scene();
  const others = await pictures.keep({ ...shown, user: OTHER_USER });
  await pictures.shown(others, { message: SHOWN, seeds: [7] });
  await pictures.shown(id, { message: SHOWN, seeds: [7] });
  const row = { ...shownDocument({ guild: ROLE, user: USER }, SHOWN), schema: z.unknown() };
  await store.update({ row }, () => ({ answer: undefined, write: { row: 'broken' } }));
  await forgetPictures(store, USER);
  expect(await store.keys('')).toEqual([
    `picture:${others}`,
    `shown:${GUILD}:${OTHER_USER}:0${SHOWN}`,
  ]);
});
