import { join } from 'node:path';
import { expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, neighbour, newcomer, type Place } from '../support/bot-jobs.ts';
import { type Query, withSqlite } from '../support/sqlite-file.ts';
import { imagine, type Stage, setStage } from '../support/stage.ts';

const UNAVAILABLE = /credits cannot be read or written right now\. Nothing was charged/;

/** A stage after one picture, whose database somebody edits before the bot starts again. */
async function edited(edit: (query: Query, place: Place) => Promise<unknown>) {
  const first = await setStage();
  const place = newcomer(first);
  await imagineToTheEnd(first, {}, place);
  await first.bot.stop();
  await withSqlite(join(first.folder, 'easel.sqlite'), (query) => edit(query, place));
  return { stage: { ...first, bot: await first.again() }, place };
}

const spoil = (query: Query, pattern: string, version = -1) =>
  query(
    `UPDATE keyv SET value = json_set(value, '$.value.v', ${version}) WHERE key GLOB ?`,
    pattern,
  );

const drawn = async (stage: Stage, place: Place) =>
  (await imagineToTheEnd(stage, {}, place)).message.attachments.length;

it('a broken month of one member keeps no other member from theirs', async () => {
  const { stage, place } = await edited((query, { by, in: { guildId } }) =>
    spoil(query, `easel:credits:${guildId}:????-??:u:${by.id}`),
  );
  const { message } = await imagineToTheEnd(stage, {}, place);
  expect(message.content).toMatch(UNAVAILABLE);
  expect(await stage.bot.printed(/"error".*:u:/)).toContain('BrokenDocumentError');
  expect(await drawn(stage, neighbour(stage, place))).toBe(1);
  expect(await drawn(stage, newcomer(stage))).toBe(1);
});

it('broken settings keep their server, and no other, from drawing', async () => {
  const { stage, place } = await edited((query, { in: { guildId } }) =>
    query('INSERT INTO keyv(key, value) VALUES (?, ?)', `easel:settings:${guildId}`, '{"value":6}'),
  );
  const { message } = await imagineToTheEnd(stage, {}, place);
  expect(message.content).toMatch(
    /decided about pictures cannot be read right now, so none are made\. Nothing was/,
  );
  expect(await stage.bot.printed(/"error".*settings:/)).toContain('BrokenDocumentError');
  expect(await drawn(stage, newcomer(stage))).toBe(1);
});

it('a broken hold is told and left, and everything else is settled', async () => {
  const first = await setStage({ service: () => {} });
  const [place, other] = [newcomer(first), newcomer(first)];
  const broken = imagine(first, {}, place);
  const whole = imagine(first, {}, other);
  await first.service.received(2);
  await first.bot.stop('SIGKILL');
  await withSqlite(join(first.folder, 'easel.sqlite'), (query) =>
    spoil(query, `easel:hold:${broken.id}`),
  );

  const stage = { ...first, bot: await first.again() };
  expect(await stage.bot.printed(new RegExp(`"error".*hold:${broken.id}`))).toContain('broken');
  expect((await whole.settled()).content).toMatch(/Nothing was charged/);
  await expect.poll(() => booksOf(stage, other)).toEqual({ used: 0, held: 0 });
  expect(await booksOf(stage, place)).toEqual({ used: 0, held: 6 });
});

it('what is held for an interaction that cannot be read is neither charged nor given away', async () => {
  const first = await setStage({ service: () => {} });
  const place = newcomer(first);
  const { id } = imagine(first, {}, place);
  await first.service.received(1);
  await first.bot.stop('SIGKILL');
  const file = join(first.folder, 'easel.sqlite');
  await withSqlite(file, (query) => spoil(query, `easel:open:${id}`));

  const bot = await first.again();
  expect(await bot.printed(new RegExp(`"error".*open:${id}`))).toContain('stays held');
  expect(await booksOf({ ...first, bot }, place)).toEqual({ used: 0, held: 6 });
  await bot.stop();
  await withSqlite(file, (query) => spoil(query, `easel:open:${id}`, 2));

  const stage = { ...first, bot: await first.again() };
  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  expect(stage.discord.messages(place.in).at(0)?.content).toMatch(/had to restart/);
});
