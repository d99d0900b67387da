import { describe, expect, it } from 'vitest';
import { Permission } from '../../../playground/discord/index.ts';
import { hostClock } from '../../../src/clock.ts';
import { TOKEN_USE_MS } from '../../../src/discord/rest/interaction-api.ts';
import { findLeftBehind } from '../../../src/discord/delivery/left-behind.ts';
import { createOpenInteractions } from '../../../src/discord/delivery/open-interactions.ts';
import {
  ask,
  countedApi,
  edgeDiscord,
  expectNoViolations,
  refusal,
  ROUTES,
} from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';

const HOUR_MS = 3_600_000;
const pictures = [1, 2].map((n) => ({
  name: `${n}.png`,
  data: Buffer.from('file'),
  contentType: 'image/png',
}));
const shown = { content: 'Two', attachments: [{ id: 0 }, { id: 1 }] };

/** An interaction that an earlier run deferred and left, and how this run finds it. */
async function scene(settings: Parameters<typeof edgeDiscord>[0] = {}) {
  const discord = await edgeDiscord(settings);
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { line, lines, cut, store } = await lineTo(discord, { api });
  const { id, applicationId, token } = ref;
  const { world } = discord;
  const asked = {
    guildId: world.guilds.studio.id,
    channelId: world.channels.art.id,
    userId: world.people.member.id,
    options: { prompt: 'A fox' },
  };
  const before = createOpenInteractions(store, 'before');
  await before.open(id, { applicationId, token, ...asked });
  await api.defer(ref);
  calls.length = 0;
  const lifetimes: number[] = [];
  const after = (ms: number) => (lifetimes.push(ms), hostClock.after(ms));
  const find = async (now = Date.now, wait = hostClock.wait) => {
    const clock = { now, wait, after };
    const [left] = await findLeftBehind({ ...line, clock });
    if (left === undefined) throw new Error('nothing was found');
    return left;
  };
  const deliver = () =>
    api.editOriginal(ref, shown, { files: pictures, signal: new AbortController().signal });
  return {
    discord,
    invocation,
    ref,
    api,
    calls,
    lines,
    line,
    cut,
    find,
    deliver,
    asked,
    lifetimes,
  };
}

const anHourLater = () => Date.now() + HOUR_MS;

describe('an interaction that an earlier run left', () => {
  it('waits, is told, and is closed', async () => {
    const { discord, invocation, ref, line, find, asked } = await scene();
    const left = await find();
    const { guildId, userId } = asked;
    expect(left).toMatchObject({ interactionId: ref.id, guildId, userId });
    expect(await left.look()).toEqual({ kind: 'there', waiting: true, received: 0 });
    expect(await left.tell({ kind: 'interrupted', received: 0 })).toBe(true);
    expect((await invocation.settled()).content).toContain('had to restart');
    expect(await left.look()).toEqual({ kind: 'there', waiting: false, received: 0 });
    await left.close();
    expect(await line.open.leftBehind(() => {})).toEqual(new Map());
    expectNoViolations(discord);
  });

  it('has received what its message holds', async () => {
    const { deliver, find } = await scene();
    await deliver();
    expect(await (await find()).look()).toEqual({ kind: 'there', waiting: false, received: 2 });
  });

  it('is gone where its message was deleted', async () => {
    const { discord, invocation, find } = await scene();
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    expect(await (await find()).look()).toEqual({ kind: 'gone' });
  });

  it('is given its token’s whole time and no more where the clock is behind', async () => {
    const { find, lifetimes } = await scene();
    const left = await find(() => Date.now() - HOUR_MS);
    expect(lifetimes).toEqual([TOKEN_USE_MS]);
    expect(await left.look()).toMatchObject({ kind: 'there' });
  });

  it('is unknown where the bot must stop before Discord answers', async () => {
    const { discord, cut, find } = await scene();
    discord.faults.add({ route: ROUTES.look, status: 503 });
    const left = await find(Date.now, () => Promise.resolve(cut.abort()));
    expect(await left.look()).toEqual({ kind: 'unknown' });
    expect(discord.traffic.rest(ROUTES.history)).toEqual([]);
  });
});

describe('an interaction whose token is too old', () => {
  it('is looked for in its channel, and the token is not used', async () => {
    const { discord, calls, deliver, find } = await scene();
    const left = await find(anHourLater);
    expect(await left.look()).toEqual({ kind: 'there', waiting: true, received: 0 });
    await deliver();
    calls.length = 0;
    expect(await left.look()).toEqual({ kind: 'there', waiting: false, received: 2 });
    expect(calls).toEqual([]);
    expectNoViolations(discord);
  });

  it('is looked for there as well where only Discord knows that it is too old', async () => {
    let late = 0;
    const { calls, find } = await scene({ now: () => Date.now() + late });
    const left = await find();
    late = HOUR_MS;
    expect(await left.look()).toEqual({ kind: 'there', waiting: true, received: 0 });
    expect(calls).toEqual(['look']);
  });

  it('is known by its id alone among everything else that was said', async () => {
    const { discord, deliver, find } = await scene();
    await deliver();
    const another = ask(discord);
    await countedApi(discord).api.defer(another.ref);
    const left = await find(anHourLater);
    expect(await left.look()).toEqual({ kind: 'there', waiting: false, received: 2 });
  });

  it('is absent where the channel shows others and not this one', async () => {
    const { discord, invocation, api, find } = await scene();
    await api.defer(ask(discord).ref);
    discord.deleteMessage(invocation.original() ?? { id: '' });
    expect(await (await find(anHourLater)).look()).toEqual({ kind: 'absent' });
  });

  it('is absent where the channel shows nothing, as to a bot that may not read it', async () => {
    const { discord, deliver, find } = await scene();
    await deliver();
    const { world } = discord;
    world.overwrite(world.channels.art, world.bot, { deny: Permission.ReadMessageHistory });
    expect(await (await find(anHourLater)).look()).toEqual({ kind: 'absent' });
    expect(discord.traffic.rest(ROUTES.history)).toMatchObject([{ status: 200 }]);
  });

  it.each([
    [403, 50001],
    [404, 10003],
  ])('is gone where the bot may not look: %d, code %d', async (status, code) => {
    const { discord, find } = await scene();
    discord.faults.add({ route: ROUTES.history, ...refusal(status, code) });
    expect(await (await find(anHourLater)).look()).toEqual({ kind: 'gone' });
    expect(discord.traffic.rest(ROUTES.history)).toHaveLength(1);
  });

  it('is unknown where Discord does not know the bot', async () => {
    const { discord, find } = await scene();
    discord.faults.add({ route: ROUTES.history, ...refusal(401, 0) });
    expect(await (await find(anHourLater)).look()).toEqual({ kind: 'unknown' });
  });

  it('is asked for until Discord answers', async () => {
    const { discord, find } = await scene();
    discord.faults.add({ route: ROUTES.history, status: 503, times: 2 });
    discord.faults.add({ route: ROUTES.history, drop: 'after', times: 1 });
    const left = await find(anHourLater, () => Promise.resolve());
    expect(await left.look()).toMatchObject({ kind: 'there' });
    expect(discord.traffic.rest(ROUTES.history)).toHaveLength(4);
  });
});
