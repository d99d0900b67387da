import { describe, expect, it } from 'vitest';
import { Permission, type Invocation, type Message } from '../../playground/discord/index.ts';
import { CANCEL_WORDS } from '../../src/words/buttons.ts';
import { booksOf, jobEnd, neighbour, newcomer } from '../support/bot-jobs.ts';
import { EDIT, FOLLOW_UP } from '../support/bot-routes.ts';
import { labelsOf } from '../support/labels.ts';
import {
  expectNoViolations,
  imagine,
  paintAsAsked,
  type Stage,
  setStage,
} from '../support/stage.ts';

/** A service whose pictures come when the test lets them, one for each call. */
function doled() {
  const waiting: (() => void)[] = [];
  const service: typeof paintAsAsked = async (request, response, count) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    await paintAsAsked(request, response, count);
  };
  return {
    service,
    give: () => waiting.shift()?.(),
    giveAll: () => waiting.splice(0).map((go) => go()),
  };
}

/** Resolves with an interaction's message once it says something. */
const says = ({ discord }: Stage, job: Invocation, pattern: RegExp): Promise<Message> =>
  discord.until(
    () => {
      const message = job.original();
      return message !== undefined && pattern.test(message.content) ? message : undefined;
    },
    20_000,
    () => `${job.original()?.content} does not match ${pattern}`,
  );

const cancel = (
  { discord }: Stage,
  message: Message,
  by: Parameters<typeof discord.click>[0]['by'],
) => discord.click({ message, button: 'Cancel', by });

async function busyStage(env: Readonly<Record<string, string>> = {}) {
  const { service, give, giveAll } = doled();
  const stage = await setStage({ service, env: { IMAGE_API_CONCURRENCY: '1', ...env } });
  const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
  return { stage, place, give, giveAll };
}

describe('a member who waits', () => {
  it('sees how many come first, and may cancel: the credits come back, and others move up', async () => {
    const { stage, place, giveAll, give } = await busyStage();
    const first = imagine(stage, { count: 2 }, place);
    await stage.service.received(1);
    const other = neighbour(stage, place);
    const waiting = imagine(stage, { prompt: 'A fox' }, other);
    const message = await says(stage, waiting, /⏳ Waiting: 1 picture comes first\./);
    const click = cancel(stage, message, other.by);
    expect(await click.answered).toBe(6);
    const told = await waiting.settled();
    expect(told.content).toBe(
      `There is no picture: <@${other.by.id}> cancelled it. Nothing was charged. Ask for another whenever you like.`,
    );
    expect(labelsOf(told)).toEqual([]);
    await jobEnd(stage, waiting, 'not-painted');
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 12 });
    give();
    await stage.service.received(2);
    giveAll();
    expect((await first.settled()).attachments).toHaveLength(2);
    expect(stage.service.requests).toHaveLength(2);
    expectNoViolations(stage);
  });

  it('is turned away where the queue is full, before anything is held', async () => {
    const { stage, place, give } = await busyStage({ QUEUE_PER_MEMBER: '4' });
    const first = imagine(stage, { count: 4 }, place);
    await stage.service.received(1);
    const told = await imagine(stage, {}, place).settled();
    expect(told.content).toMatch(
      /^You are waiting for pictures already, and one member can have 4/,
    );
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 24 });
    for (let n = 1; n <= 4; n += 1) {
      give();
      if (n < 4) await stage.service.received(n + 1);
    }
    expect((await first.settled()).attachments).toHaveLength(4);
  });
});

describe('a picture that is being painted', () => {
  it('can be cancelled by moderators and by nobody else than them and its member', async () => {
    const { stage, place } = await busyStage();
    const { owner } = stage.discord.world.people;
    const job = imagine(stage, {}, place);
    const message = await says(stage, job, /⏳ Painting, begun <t:\d+:R>\./);
    expect(labelsOf(message)).toEqual(['Cancel']);
    const { by: other } = neighbour(stage, place);
    expect((await cancel(stage, message, other).settled()).content).toBe(CANCEL_WORDS['not-yours']);
    expect(await cancel(stage, message, owner).answered).toBe(6);
    expect((await job.settled()).content).toContain(
      `<@${owner.id}> cancelled it. Nothing was charged`,
    );
    await jobEnd(stage, job, 'not-painted');
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expectNoViolations(stage);
  });

  it('has no button to cancel any more once a crash has ended it', async () => {
    const { stage, place } = await busyStage();
    const job = imagine(stage, {}, place);
    await says(stage, job, /⏳ Painting/);
    await stage.bot.stop('SIGKILL');
    await stage.again();
    const told = await job.settled({ withinMs: 10_000 });
    expect(told.content).toMatch(/^The bot had to restart .* Nothing was charged/);
    expect(labelsOf(told)).toEqual(['Retry']);
  });
});

describe('several pictures', () => {
  it('come one by one, and those that are there are charged when the rest is cancelled', async () => {
    const { stage, place, give } = await busyStage();
    const job = imagine(stage, { count: 3, seed: 5 }, place);
    await stage.service.received(1);
    give();
    const message = await says(stage, job, /⏳ 1 picture is here, 1 is being painted, 1 waits\./);
    expect(message.attachments).toHaveLength(1);
    await cancel(stage, message, place.by).answered;
    const end = await job.settled();
    expect(end.content).toMatch(
      /seed 5 .*\n2 of 3 pictures are missing: <@\d+> cancelled it\. Only the 1 shown was charged\./,
    );
    expect(end.attachments).toHaveLength(1);
    expect(labelsOf(end)).not.toContain('Cancel');
    await jobEnd(stage, job, 'delivered');
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('that came before a crash are charged, and their buttons stay', async () => {
    const { stage, place, give } = await busyStage();
    const job = imagine(stage, { count: 3, seed: 5 }, place);
    await stage.service.received(1);
    give();
    await says(stage, job, /⏳ 1 picture is here/);
    await stage.bot.stop('SIGKILL');
    const again = { ...stage, bot: await stage.again() };
    await again.bot.printed(/settled after a restart/);
    const end = await job.settled();
    expect(end.content).toMatch(/The bot had to restart .* Only the 1 shown was charged\./);
    expect(labelsOf(end)).toContain('Again');
    expect(await booksOf(again, place)).toEqual({ used: 6, held: 0 });
  });
});

describe('a message that nobody can be told in', () => {
  it('is made up for when the member is next seen, to them alone', async () => {
    const { stage, place, give } = await busyStage();
    const job = imagine(stage, {}, place);
    await stage.service.received(1);
    // What Discord answers where the channel was deleted meanwhile.
    const gone = { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
    stage.discord.faults.add({ route: EDIT, ...gone });
    stage.discord.faults.add({ route: FOLLOW_UP, ...gone, times: 1 });
    give();
    await jobEnd(stage, job, 'not-delivered');
    expect(await booksOf(stage, { ...place, by: neighbour(stage, place).by })).toEqual({
      used: 0,
      held: 0,
    });
    const next = stage.discord.use({ command: 'credits', by: place.by, in: place.in });
    const word = await next.followUp(0);
    expect(word.content).toBe(
      `About what you asked for earlier in <#${place.in.id}>: Your picture was made, but its channel was deleted meanwhile. Nothing was charged. Ask for it anew in another channel if you like.`,
    );
    expect(labelsOf(word)).toEqual(['Retry']);
    for (const _ of [1, 2]) {
      await stage.discord.use({ command: 'credits', by: place.by, in: place.in }).settled();
    }
    expect(stage.discord.traffic.rest(FOLLOW_UP)).toHaveLength(2);
  });

  it('says what is in the way where a permission went while it was painted', async () => {
    const { stage, place, give } = await busyStage();
    const { world } = stage.discord;
    const job = imagine(stage, {}, place);
    await stage.service.received(1);
    world.overwrite(place.in, world.bot, { deny: Permission.AttachFiles });
    stage.discord.faults.add({
      route: EDIT,
      status: 403,
      body: { code: 50013, message: 'no' },
      times: 1,
    });
    give();
    expect((await job.settled()).content).toBe(
      'Your picture was made, but the bot may not attach files here. Nothing was charged. Ask a moderator to allow Attach Files, or use another channel.',
    );
    await expect.poll(() => booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });
});
