import { expect, it } from 'vitest';
import { type Discord, type Message, Permission } from '../../playground/discord/index.ts';
import { CLOCK_AHEAD, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf, imagineToTheEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { EDIT } from '../support/bot-routes.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

/** An interaction's token lives 15 minutes (Discord's docs). */
const AGE_MS = 16 * 60_000;

/** A stage whose clocks, Discord's and the host's, go on together, with a server that is not the bot's. */
async function clockedStage() {
  const clock = { aheadMs: 0 };
  const stage = await setStage({
    host: PUPPET_HOST,
    discord: { now: () => Date.now() + clock.aheadMs },
  });
  const { world } = stage.discord;
  const place = newcomer(stage, { ownerId: world.people.owner.id });
  return {
    stage,
    place,
    deny: (permission: bigint) => world.overwrite(place.in, world.bot, { deny: permission }),
    /** Kills the bot, and starts it again when every token of before is too old. */
    restartLater: async () => {
      await stage.bot.stop('SIGKILL');
      stage.discord.faults.clear();
      clock.aheadMs += AGE_MS;
      return { ...stage, bot: await stage.again({ [CLOCK_AHEAD]: `${clock.aheadMs}` }) };
    },
  };
}

/** The messages of a place that came after an interaction's own. */
const newMessages = (
  { messages }: Discord,
  { in: channel }: Place,
  original: Message | undefined,
) => messages(channel).filter(({ id }) => id !== original?.id);

it('a picture that was delivered is found in its channel, and charged', async () => {
  const { stage, place, restartLater } = await clockedStage();
  stage.discord.faults.add({ route: EDIT, delayMs: 60_000, handled: true });
  const job = imagine(stage, { count: 2 }, place);
  await expect.poll(() => job.original()?.attachments).toHaveLength(2);
  await restartLater();

  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 12, held: 0 });
  expect(job.original()?.attachments).toHaveLength(2);
  expect(newMessages(stage.discord, place, job.original())).toEqual([]);
  expectNoViolations(stage);
});

it('a picture that never came is released, and its member told in the channel', async () => {
  const { stage, place, restartLater } = await clockedStage();
  stage.discord.faults.add({ route: EDIT, delayMs: 60_000 });
  const job = imagine(stage, {}, place);
  await stage.service.received(1);
  await restartLater();

  await expect.poll(() => newMessages(stage.discord, place, job.original())).toHaveLength(1);
  const [told] = newMessages(stage.discord, place, job.original());
  expect(told?.content).toContain(`<@${place.by.id}>`);
  expect(told?.content).toMatch(/Nothing was charged/);
  expect(told?.mentions.map(({ id }) => id)).toEqual([place.by.id]);
  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  expect(stage.service.requests).toHaveLength(1);
  expectNoViolations(stage);
});

it.each([
  ['post', Permission.SendMessages],
  ['see the channel', Permission.ViewChannel],
])('where the bot may not %s, the credits go back and nothing is said', async (_, permission) => {
  const { stage, place, deny, restartLater } = await clockedStage();
  stage.discord.faults.add({ route: EDIT, delayMs: 60_000 });
  const job = imagine(stage, {}, place);
  await stage.service.received(1);
  deny(permission);
  const next = await restartLater();

  await next.bot.printed(new RegExp(`"${job.id}".*settled after a restart`));
  expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  expect(newMessages(stage.discord, place, job.original())).toEqual([]);
  const { message } = await imagineToTheEnd(next, {}, newcomer(stage));
  expect(message.attachments).toHaveLength(1);
});
