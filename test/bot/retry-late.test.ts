import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import { BUTTON_LABELS } from '../../src/words/buttons.ts';
import { RETRY_WORDS } from '../../src/words/retry.ts';
import { order, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf, jobEnd, newcomer } from '../support/bot-jobs.ts';
import { countRequests, EDIT, LOOK } from '../support/bot-routes.ts';
import { losingTheFirst, lostPicture, messageIn, pressRetry } from '../support/edge-retry.ts';
import { labelsOf } from '../support/labels.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

const MINUTE = 60_000;
const HISTORY = 'GET /channels/:channel/messages';
const POST = 'POST /channels/:channel/messages';
const LOST = /^<@\d+>, the bot had to restart while it was working on your picture\. Nothing was/;

/** A picture that a crash lost, and a bot that is started again when its token is too old. */
async function lostLongAgo() {
  const clock = { ahead: 0 };
  const scene = await lostPicture({ discord: { now: () => Date.now() + clock.ahead } });
  clock.ahead = 15 * MINUTE;
  return { ...scene, requests: countRequests(scene.stage) };
}

describe('a picture that a crash lost, found when its token is too old', () => {
  it('its member is told in the channel, nothing is charged, and Retry makes it', async () => {
    const { stage, place, job, restart, requests } = await lostLongAgo();
    const again = await restart();
    const notice = await messageIn(stage, place.in, LOST);
    expect(notice.mentions.map(({ id }) => id)).toEqual([place.by.id]);
    expect(labelsOf(notice)).toEqual(['Retry']);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect([requests(LOOK), requests(EDIT), requests(HISTORY)]).toEqual([0, 0, 1]);
    await expect.poll(() => job.original()?.content).toMatch(/^The bot had to restart /);

    const click = pressRetry(stage, notice, place.by);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(again, click, 'delivered');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    await expect
      .poll(() => stage.discord.messages(place.in).map((message) => labelsOf(message)))
      .toEqual([[], [], Object.values(BUTTON_LABELS)]);
    expectNoViolations(stage);
  });

  it('the same where only Discord knows that the token is too old', async () => {
    const { stage, place, restart } = await lostPicture();
    const expired = { status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } };
    for (const route of [LOOK, EDIT]) stage.discord.faults.add({ route, ...expired });
    const requests = countRequests(stage);
    await restart();
    await messageIn(stage, place.in, LOST);
    expect([requests(LOOK), requests(HISTORY)]).toEqual([1, 1]);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });

  it('nobody is told where the bot may not see the channel, and nothing is charged', async () => {
    const { stage, place, restart } = await lostLongAgo();
    const { world } = stage.discord;
    world.overwrite(place.in, world.bot, { deny: Permission.ViewChannel });
    const again = await restart();
    await again.bot.printed(/settled after a restart/);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect(stage.discord.messages(place.in)).toHaveLength(1);
    expect(stage.discord.traffic.rest(POST)).toEqual([]);
  });

  it('is told where the bot may post and not look, and nothing is charged', async () => {
    const { stage, place, restart } = await lostLongAgo();
    const { world } = stage.discord;
    world.overwrite(place.in, world.bot, { deny: Permission.ReadMessageHistory });
    await restart();
    expect((await messageIn(stage, place.in, LOST)).content).toContain(`<@${place.by.id}>`);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });

  it('nobody is told where the bot may look and not post, and nothing is charged', async () => {
    const { stage, place, restart } = await lostLongAgo();
    const { world } = stage.discord;
    world.overwrite(place.in, world.bot, { deny: Permission.SendMessages });
    const again = await restart();
    await again.bot.printed(/could not be told in the channel/);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });

  it('is announced once though the bot is killed before it knows that it was', async () => {
    const { stage, place, restart } = await lostLongAgo();
    stage.discord.faults.add({ route: POST, delayMs: 60_000, handled: true });
    const second = await restart();
    const notice = await messageIn(stage, place.in, LOST);
    await second.bot.stop('SIGKILL');
    stage.discord.faults.clear();

    const third = await restart();
    await third.bot.printed(/settled after a restart/);
    expect(stage.discord.messages(place.in)).toHaveLength(2);
    const click = pressRetry(stage, notice, place.by);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(third, click, 'delivered');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });
});

describe('a picture that was delivered before the crash', () => {
  it('is found in the channel when its token is too old, and charged', async () => {
    const clock = { ahead: 0 };
    const stage = await setStage({ discord: { now: () => Date.now() + clock.ahead } });
    const place = newcomer(stage);
    stage.discord.faults.add({ route: EDIT, delayMs: 60_000, handled: true });
    const job = imagine(stage, { count: 2 }, place);
    await expect.poll(() => job.original()?.attachments).toHaveLength(2);
    await stage.bot.stop('SIGKILL');
    stage.discord.faults.clear();

    clock.ahead = 15 * MINUTE;
    const requests = countRequests(stage);
    await stage.again();
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 12, held: 0 });
    expect([requests(LOOK), requests(HISTORY), requests(POST)]).toEqual([0, 1, 0]);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });
});

describe('Retry after a day', () => {
  it('says so, charges nothing, and the button is gone', async () => {
    const { stage, place, job, restart } = await lostPicture({ host: PUPPET_HOST });
    const again = await restart();
    const notice = await job.settled();
    await order(again.bot, { clockAheadMs: 24 * 60 * MINUTE + MINUTE });

    const told = await pressRetry(stage, notice, place.by).settled();
    expect(told.content).toBe(RETRY_WORDS.gone);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
    await expect.poll(() => labelsOf(job.original())).toEqual([]);
    expect(stage.service.requests).toHaveLength(1);
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expectNoViolations(stage);
  });
});

describe('a last word that comes too late for its token', () => {
  it('is said in the channel', async () => {
    const clock = { ahead: 0 };
    const gate = Promise.withResolvers<void>();
    const stage = await setStage({
      service: async (request, response, count) => {
        await gate.promise;
        if (count <= 1) response.destroy();
        else await losingTheFirst(0)(request, response, count);
      },
      discord: { now: () => Date.now() + clock.ahead },
    });
    const place = newcomer(stage);
    imagine(stage, {}, place);
    await stage.service.received(1);
    clock.ahead = 16 * MINUTE;
    gate.resolve();
    const notice = await messageIn(stage, place.in, /^<@\d+>, there is no picture: /);
    clock.ahead = 0;
    const click = pressRetry(stage, notice, place.by);
    expect((await click.settled()).attachments).toHaveLength(1);
    await jobEnd(stage, click, 'delivered');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });
});
