import { describe, expect, it } from 'vitest';
import type { Message } from '../../playground/discord/index.ts';
import { EDIT_WORDS } from '../../src/words/edit.ts';
import { MENU_LABELS, MENU_WORDS } from '../../src/words/menus.ts';
import { booksOf, jobEnd, type Place } from '../support/bot-jobs.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { ordersOf, press, shownPicture, strangerIn } from '../support/buttons.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

const DAY_MS = 24 * 3_600_000;

const ASKED = {
  prompt: 'A fox, 50% *red*',
  negative_prompt: 'snow',
  style_preset: 'origami',
  aspect_ratio: '16:9',
  seed: 41,
  count: 2,
};

/** Chooses an entry of a message's menu. */
const choose = (
  { discord }: Stage,
  entry: keyof typeof MENU_LABELS,
  target: Message,
  { by, in: channel }: Place,
) => discord.contextMenu({ command: MENU_LABELS[entry], target, by, in: channel });

/** Chooses Imagine like this, which opens a form: what is filled in, and a way to send it. */
async function begin(stage: Stage, target: Message, place: Place) {
  const opener = choose(stage, 'like', target, place);
  expect(await opener.answered).toBe(9);
  const fields = (opener.modal?.components ?? []).map(({ component }) => [
    component?.custom_id,
    component?.value ?? component?.options?.find((option) => option.default)?.value,
  ]);
  return {
    title: opener.modal?.title,
    fields: Object.fromEntries(fields) as Record<string, unknown>,
    send: (values: Record<string, string | string[]> = {}) =>
      stage.discord.submit(opener, { values }),
  };
}

/** What a member writes into a place's channel. */
const write = ({ discord }: Stage, place: Place, content: string): Message =>
  discord.say({ content, by: place.by, in: place.in });

describe('Picture details', () => {
  it('tells what Details tells, to who asks', async () => {
    const { stage, place, message } = await shownPicture(ASKED);
    const stranger = { ...place, by: strangerIn(stage, place) };
    const told = await choose(stage, 'details', message, stranger).settled();
    const details = await press(stage, message, 'details', place.by).settled();
    expect(told.embeds).toEqual(details.embeds);
    expect(told.embeds[0]?.description).toContain('/imagine prompt:A fox, 50% *red* ');
    expect(stage.discord.messages(place.in)).toEqual([message]);
    expectNoViolations(stage);
  });

  it('tells what the server keeps out of every picture, which is no part of the line', async () => {
    const stage = await setStage({
      policies: ({ guilds }) => ({ [guilds.studio.id]: { negativePrompt: 'gore, blood' } }),
    });
    const { people, channels } = stage.discord.world;
    const place = { by: people.member, in: channels.art };
    const job = imagine(stage, { prompt: 'A fox' }, place);
    const message = await job.settled();
    const [card] = (await choose(stage, 'details', message, place).settled()).embeds;
    expect(card?.fields?.at(-1)).toMatchObject({
      name: 'This server now keeps out of every picture',
      value: 'gore, blood',
    });
    expect(card?.description).toContain('negative_prompt:none');
    expectNoViolations(stage);
  });

  it('tells what the message still says once nothing else is kept', async () => {
    const { stage, place, message } = await shownPicture(ASKED, { host: PUPPET_HOST });
    await order(stage.bot, { clockAheadMs: 61 * DAY_MS });
    const [card] = (await choose(stage, 'details', message, place).settled()).embeds;
    expect(card?.description).toMatch(/^What this was made from is not kept any more/);
    expect(card?.description).toContain(
      '/imagine prompt:A fox, 50% *red* negative_prompt:snow style_preset:Origami aspect_ratio:Wide 16:9 seed:41 count:2',
    );
    const names = card?.fields?.map(({ name }) => name);
    expect(names).toEqual(['Style', 'Shape', 'Seeds', 'Shown']);
    expectNoViolations(stage);
  });

  it('says so on a message without pictures of the bot’s', async () => {
    const { stage, place, message } = await shownPicture();
    const words = write(stage, place, message.content);
    const card = await press(stage, message, 'details', place.by).settled();
    for (const target of [words, card]) {
      const told = await choose(stage, 'details', target, place).settled();
      expect(told.content).toBe(MENU_WORDS.noPictures);
      expect(stage.discord.messages(place.in)).toEqual([message, words]);
    }
    expectNoViolations(stage);
  });
});

describe('Imagine like this', () => {
  it('begins with what pictures were made from, and a new seed', async () => {
    const { stage, place, message } = await shownPicture(ASKED);
    const stranger = { ...place, by: strangerIn(stage, place) };
    const { title, fields, send } = await begin(stage, message, stranger);
    expect(title).toBe(MENU_LABELS.like);
    const { prompt, negative_prompt, style_preset } = ASKED;
    expect(fields).toEqual({ prompt, negative_prompt, style_preset, seed: undefined, count: '2' });

    const job = send({ count: ['1'] });
    const made = await job.settled();
    await jobEnd(stage, job, 'delivered');
    expect(made.content).toContain(`asked by <@${stranger.by.id}>`);
    expect(made.content).toContain(
      `[this message](https://discord.com/channels/${place.in.guildId}/${place.in.id}/${message.id})`,
    );
    const [first, , last] = ordersOf(stage);
    expect(last).toEqual({ ...first, seed: expect.any(Number) });
    expect([41, 42]).not.toContain(last?.['seed']);
    expect(await booksOf(stage, place)).toEqual({ used: 18, held: 0 });
    expectNoViolations(stage);
  });

  it('begins with the words of any message, by one’s own defaults', async () => {
    const { stage, place, message } = await shownPicture();
    const set = { style_preset: 'anime', aspect_ratio: '9:16', negative_prompt: 'people' };
    await stage.discord.use({ command: 'style set', options: set, ...place }).settled();
    const words = write(stage, place, 'A red barn,\nat **dusk**');
    const { fields, send } = await begin(stage, words, place);
    expect(fields).toEqual({
      prompt: words.content,
      negative_prompt: 'people',
      style_preset: 'anime',
      seed: undefined,
      count: '1',
    });
    const job = send();
    expect((await job.settled()).content).toContain(`/${words.id})`);
    await jobEnd(stage, job, 'delivered');
    expect(ordersOf(stage).at(-1)).toMatchObject({
      prompt: 'A red barn, at **dusk**',
      ...set,
    });
    expect(stage.discord.messages(place.in)).toHaveLength(3);
    expect(message.id).not.toBe(words.id);
    expectNoViolations(stage);
  });

  it('says so where there is nothing to begin with', async () => {
    const { stage, place, message } = await shownPicture();
    const card = await press(stage, message, 'details', place.by).settled();
    const blank = write(stage, place, '\u2060\u2060');
    for (const target of [card, blank]) {
      const told = await choose(stage, 'like', target, place).settled();
      expect(told.content).toBe(MENU_WORDS.nothingHere);
    }
    expect(stage.service.requests).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('says so where a prompt is longer than a form takes', async () => {
    const { stage, place, message } = await shownPicture({ prompt: 'fox '.repeat(1_100).trim() });
    const told = await choose(stage, 'like', message, place).settled();
    expect(told.content).toBe(EDIT_WORDS.tooLong);
  });

  it('begins with what the message says once nothing else is kept, and after a restart', async () => {
    const { stage, place, message } = await shownPicture(ASKED, { host: PUPPET_HOST });
    await order(stage.bot, { clockAheadMs: 61 * DAY_MS });
    const { fields, send } = await begin(stage, message, place);
    expect(fields).toMatchObject({ prompt: ASKED.prompt, seed: undefined });
    await stage.bot.stop('SIGKILL');
    const again = { ...stage, bot: await stage.again() };
    const job = send({ count: ['1'] });
    expect((await job.settled()).content).toContain(`/${message.id})`);
    await jobEnd(again, job, 'delivered');
    const [first, , last] = ordersOf(again);
    expect(last).toEqual({ ...first, seed: expect.any(Number) });
  });

  it('links to no message that one member alone sees', async () => {
    const { stage, place, message } = await shownPicture();
    const told = await press(stage, message, 'delete', place.by).settled();
    const { fields, send } = await begin(stage, told, place);
    expect(fields['prompt']).toBe(told.content);
    expect((await send().settled()).content).not.toContain('this message](');
  });
});
