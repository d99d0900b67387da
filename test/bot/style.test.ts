import { join } from 'node:path';
import { expect, it } from 'vitest';
import { STYLE_EMPTY, styleAnswer } from '../../src/words/style.ts';
import { booksOf, imagineToTheEnd, neighbour, newcomer, type Place } from '../support/bot-jobs.ts';
import { losingTheFirst, pressRetry } from '../support/edge-retry.ts';
import { withSqlite } from '../support/sqlite-file.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const TASTE = { stylePreset: 'origami', aspectRatio: '16:9', negativePrompt: 'people' } as const;
const SET = { style_preset: 'origami', aspect_ratio: '16:9', negative_prompt: 'people' };

const style = async (
  { discord }: Stage,
  place: Place,
  name: 'show' | 'set' | 'clear',
  options: Readonly<Record<string, string>> = {},
) => (await discord.use({ command: `style ${name}`, options, ...place }).settled()).content;

/** What the service was asked for, the seed left out. */
const orders = ({ service }: Stage) =>
  service.requests.map(({ body }) => {
    const { seed: _, ...order } = JSON.parse(body) as Record<string, unknown>;
    return order;
  });

const prompt = 'A fox';
const SQUARE = { width: 1024, height: 1024, aspect_ratio: '1:1' };
const WIDE = { width: 1024, height: 576, aspect_ratio: '16:9' };

it('defaults hold for their member in every server, after a restart too, until they are cleared', async () => {
  const first = await setStage();
  const place = newcomer(first);
  const { world } = first.discord;
  const other = world.addGuild('Other server');
  world.join(other, place.by);
  const elsewhere = { by: place.by, in: world.addChannel(other, 'pictures') };
  expect(await style(first, place, 'show')).toBe(STYLE_EMPTY);
  expect(await style(first, place, 'set', SET)).toBe(styleAnswer(TASTE, true));
  await first.bot.stop();
  const stage = { ...first, bot: await first.again() };

  const { message } = await imagineToTheEnd(stage, { prompt }, elsewhere);
  expect(message.content).toMatch(/Without: people\nOrigami · Wide 16\\?:9 · 1024 × 576 · /);
  const chosen = { prompt, style_preset: 'anime', negative_prompt: 'fog' };
  await imagineToTheEnd(stage, chosen, place);
  const none = { prompt, style_preset: 'none', aspect_ratio: '1:1', negative_prompt: 'none' };
  await imagineToTheEnd(stage, none, place);
  await imagineToTheEnd(stage, { prompt }, neighbour(stage, place));
  await style(stage, place, 'clear');
  await imagineToTheEnd(stage, { prompt }, place);
  expect(orders(stage)).toEqual([
    { prompt, ...WIDE, style_preset: 'origami', negative_prompt: 'people' },
    { prompt, ...WIDE, style_preset: 'anime', negative_prompt: 'fog' },
    { prompt, ...SQUARE },
    { prompt, ...SQUARE },
    { prompt, ...SQUARE },
  ]);
  expectNoViolations(stage);
});

it('a broken row stops no picture, and the log tells of it', async () => {
  const first = await setStage();
  const place = newcomer(first);
  await style(first, place, 'set', SET);
  await first.bot.stop();
  await withSqlite(join(first.folder, 'easel.sqlite'), (query) =>
    query('UPDATE keyv SET value = \'{"value":6}\' WHERE key = ?', `easel:taste:${place.by.id}`),
  );
  const stage = { ...first, bot: await first.again() };
  const { message } = await imagineToTheEnd(stage, { prompt }, place);
  expect(message.attachments).toHaveLength(1);
  expect(orders(stage)).toEqual([{ prompt, ...SQUARE }]);
  expect(await stage.bot.printed(/"error".*taste:/)).toContain('made without its defaults');
  expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
});

it('a picture that a crash lost is made again with the defaults it was asked with', async () => {
  const stage = await setStage({ service: losingTheFirst() });
  const place = newcomer(stage);
  await style(stage, place, 'set', SET);
  const job = imagine(stage, { prompt }, place);
  await stage.service.received(1);
  await stage.bot.stop('SIGKILL');
  await stage.again();
  const notice = await job.settled();
  await style(stage, place, 'set', { style_preset: 'anime', aspect_ratio: '1:1' });
  const message = await pressRetry(stage, notice, place.by).settled();
  expect(message.attachments).toHaveLength(1);
  const [lost, again] = orders(stage);
  expect(lost).toMatchObject({ style_preset: 'origami', negative_prompt: 'people', ...WIDE });
  expect(again).toEqual(lost);
});
