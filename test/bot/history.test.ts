import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { BUTTON_WORDS } from '../../src/words/buttons.ts';
import { HISTORY_WORDS } from '../../src/words/history.ts';
import { booksOf, imagineToTheEnd, jobEnd, neighbour } from '../support/bot-jobs.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { ordersOf, press } from '../support/buttons.ts';
import {
  GLIMPSE_ROUTE,
  historyOf,
  pressable,
  promptsOn,
  shownPictures,
  turn,
} from '../support/history.ts';
import { expectNoViolations, setStage } from '../support/stage.ts';

const DAY_MS = 24 * 3_600_000;
const SEVEN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const AGAINS = [1, 2, 3, 4, 5].map((number) => `Again ${number}`);

describe('/history', () => {
  it('tells who has no pictures how to begin', async () => {
    const stage = await setStage();
    const { people, channels } = stage.discord.world;
    const place = { by: people.member, in: channels.art };
    const told = await historyOf(stage, place);
    expect(told).toMatchObject({ content: HISTORY_WORDS.empty, embeds: [], components: [] });
    expect(stage.discord.messages(channels.art)).toEqual([]);
    expectNoViolations(stage);
  });

  it('shows one’s own pictures here, what they look like, and where they are', async () => {
    const { stage, place, messages } = await shownPictures(['A *fox*']);
    const options = { prompt: 'An owl', style_preset: 'origami', aspect_ratio: '16:9', count: 2 };
    const { message } = await imagineToTheEnd(stage, { ...options, seed: 41 }, place);
    const page = await historyOf(stage, place);
    const link = ({ id }: { id: string }) =>
      `https://discord.com/channels/${place.in.guildId}/${place.in.id}/${id}`;
    expect(page.embeds.map(({ description }) => description)).toEqual([
      expect.stringMatching(
        /^\*\*1\*\* · <t:\d+:R> · \[go to the message\]\(.*\)\n> An owl\nOrigami · Wide 16:9 · seeds 41, 42$/,
      ),
      expect.stringMatching(/^\*\*2\*\* · .*\n> A \\\*fox\\\*\nSquare 1:1 · seed \d+$/),
    ]);
    expect(page.embeds[0]?.description).toContain(link(message));
    expect(page.embeds.map(({ thumbnail }) => thumbnail?.url)).toEqual(
      [message, ...messages].map(({ attachments: [first] }) => first?.url),
    );
    expect(pressable(page)).toEqual(['Again 1', 'Again 2']);
    expect(stage.discord.messages(place.in)).not.toContainEqual(page);
    expectNoViolations(stage);
  });

  it('is turned forth and back in its place, whatever comes in between', async () => {
    const { stage, place } = await shownPictures(SEVEN);
    const first = await historyOf(stage, place);
    expect(promptsOn(first)).toEqual(['seven', 'six', 'five', 'four', 'three']);
    expect(pressable(first)).toEqual([...AGAINS, 'Older']);
    await imagineToTheEnd(stage, { prompt: 'eight' }, place);

    const second = await turn(stage, first, 'older', place);
    expect(second.id).toBe(first.id);
    expect(promptsOn(second)).toEqual(['two', 'one']);
    expect(pressable(second)).toEqual(['Again 1', 'Again 2', 'Newer']);

    const back = await turn(stage, first, 'newer', place);
    expect(promptsOn(back)).toEqual(['seven', 'six', 'five', 'four', 'three']);
    expect(pressable(back)).toEqual([...AGAINS, 'Newer', 'Older']);
    expect(promptsOn(await turn(stage, first, 'newer', place))[0]).toBe('eight');
    expect(stage.discord.traffic.rest(GLIMPSE_ROUTE)).toHaveLength(5 + 2 + 5 + 5);
    expectNoViolations(stage);
  });

  it('makes a picture again, wherever it is asked, and says where it comes from', async () => {
    const { stage, place, messages } = await shownPictures(['one', 'two']);
    const other = stage.discord.world.allGuilds.get(place.in.guildId ?? '');
    if (other === undefined) throw new Error('There is no server.');
    const elsewhere = { ...place, in: stage.discord.world.addChannel(other, 'elsewhere') };
    const page = await historyOf(stage, elsewhere);
    const click = stage.discord.click({ message: page, button: 'Again 2', by: place.by });
    expect(await click.answered).toBe(5);
    const made = await click.settled();
    await jobEnd(stage, click, 'delivered');
    expect(stage.discord.messages(elsewhere.in)).toContainEqual(made);
    expect(made.content).toContain(
      `[this message](https://discord.com/channels/${place.in.guildId}/${place.in.id}/${messages[0]?.id})`,
    );
    const [first, , third] = ordersOf(stage);
    expect(third).toEqual({ ...first, seed: expect.any(Number) });
    expect(third?.['seed']).not.toBe(first?.['seed']);
    expect(await booksOf(stage, place)).toEqual({ used: 18, held: 0 });
    expect(promptsOn(await historyOf(stage, place))).toEqual(['one', 'two', 'one']);
    expectNoViolations(stage);
  });

  it('goes on after a restart', async () => {
    const { stage, place } = await shownPictures(SEVEN);
    const page = await historyOf(stage, place);
    await stage.bot.stop('SIGKILL');
    const again = { ...stage, bot: await stage.again() };
    expect(promptsOn(await turn(again, page, 'older', place))).toEqual(['two', 'one']);
    const click = again.discord.click({ message: page.id, button: 'Again 1', by: place.by });
    expect((await click.settled()).content).toMatch(/^> two\n/);
    expectNoViolations(again);
  });

  it('is each member’s own, also for who presses somebody else’s buttons', async () => {
    const { stage, place } = await shownPictures(SEVEN);
    const other = neighbour(stage, place);
    expect((await historyOf(stage, other)).content).toBe(HISTORY_WORDS.empty);
    const { message } = await imagineToTheEnd(stage, { prompt: 'mine' }, other);
    const page = await historyOf(stage, place);
    const [older] = page.components[1]?.components?.toReversed() ?? [];
    const raw = { data: { component_type: 2, custom_id: older?.custom_id, id: 1 } };
    const told = await press(stage, message, 'again', other.by, { raw }).settled();
    expect(promptsOn(told)).toEqual(['mine']);
  });
});

describe('a picture in a history', () => {
  it('that a moderator deleted can still be made again', async () => {
    const { stage, place, messages } = await shownPictures(['one', 'two']);
    stage.discord.deleteMessage({ id: messages[0]?.id ?? '' });
    const page = await historyOf(stage, place);
    const [seen, gone] = page.embeds;
    expect(gone?.description).toMatch(/· the message was deleted\n> one\n/);
    expect(gone).not.toHaveProperty('thumbnail');
    expect(seen).toHaveProperty('thumbnail');
    const click = stage.discord.click({ message: page, button: 'Again 2', by: place.by });
    expect((await click.settled()).content).toMatch(/^> one\n/);
    expectNoViolations(stage);
  });

  it('that was deleted by its button is not listed any more, nor in a page from before', async () => {
    const { stage, place, messages } = await shownPictures(SEVEN);
    const page = await historyOf(stage, place);
    for (const message of messages.slice(0, 2)) {
      const question = await press(stage, message, 'delete', place.by).settled();
      const button = BUTTON_WORDS.confirm;
      await stage.discord.click({ message: question, button, by: place.by }).settled({
        when: ({ content }) => content === BUTTON_WORDS.deleted,
      });
    }
    const turned = await turn(stage, page, 'older', place);
    expect(promptsOn(turned)).toEqual(['seven', 'six', 'five', 'four', 'three']);
    expect(pressable(turned)).toEqual(AGAINS);
    expectNoViolations(stage);
  });

  it('is told without its looks where the bot may not look', async () => {
    const { stage, place, messages } = await shownPictures(['one']);
    const { world } = stage.discord;
    world.overwrite(place.in, world.bot, { deny: Permission.ReadMessageHistory });
    const [entry] = (await historyOf(stage, place)).embeds;
    expect(entry?.description).toContain(`/${messages[0]?.id})`);
    expect(entry).not.toHaveProperty('thumbnail');
  });

  it('is told without its looks where Discord does not answer in time', async () => {
    const { stage, place } = await shownPictures(['one', 'two']);
    stage.discord.faults.add({ route: GLIMPSE_ROUTE, delayMs: 60_000, times: 1 });
    const job = stage.discord.use({ command: 'history', by: place.by, in: place.in });
    expect(await job.answered).toBe(4);
    const { embeds } = await job.settled();
    expect(embeds.filter((embed) => 'thumbnail' in embed).length).toBeLessThan(2);
    expect(promptsOn(await job.settled())).toEqual(['two', 'one']);
  });

  it('is not listed once it is too old, and cannot be made again then', async () => {
    const { stage, place } = await shownPictures(SEVEN, { host: PUPPET_HOST });
    const page = await historyOf(stage, place);
    await order(stage.bot, { clockAheadMs: 61 * DAY_MS });
    const click = stage.discord.click({ message: page, button: 'Again 1', by: place.by });
    expect((await click.settled()).content).toBe(BUTTON_WORDS.gone);
    const turned = await turn(stage, page, 'older', place);
    expect(turned).toMatchObject({ content: HISTORY_WORDS.empty, embeds: [], components: [] });
    expect(stage.service.requests).toHaveLength(7);
    expectNoViolations(stage);
  });
});
