import { expect, test } from 'vitest';
import { discordJsBot } from '../../../support/discord-bots.ts';
import { imagine, localDiscord, registeredDiscord } from '../../../support/discord-local.ts';
import { openSocket, ready } from '../../../support/discord-socket.ts';

/** The code discord.js closes a connection with that it means to resume. */
const GIVEN_UP = 4200;
const EACH = ['reconnect', 'drop', 'close', 'invalidate'] as const;

test.each(EACH)('after %s discord.js resumes its session and gets what it missed', async (how) => {
  const discord = await localDiscord();
  const { gateway } = discord;
  const received = Promise.withResolvers<string>();
  const { errors } = await discordJsBot(discord, async ({ id }) => received.resolve(id));
  const [session] = await gateway.ready();
  if (how === 'close') gateway.close(0, 4000);
  else if (how === 'invalidate') gateway.invalidate(0, true);
  else gateway[how](0);
  await discord.until(() => gateway.sessions().find((s) => !s.connected), 5_000, String);
  const missed = imagine(discord);
  expect(await received.promise).toBe(missed.id);
  await gateway.ready();
  expect(gateway.sessions()).toMatchObject([{ id: session?.id, connected: true }]);
  expect(errors).toEqual([]);
});

test('a silent gateway answers no heartbeat until the bot reconnects', async () => {
  const discord = await localDiscord({ heartbeatIntervalMs: 40, identifyWindowMs: 0 });
  await discordJsBot(discord, async () => {});
  const [session] = await discord.gateway.ready();
  discord.gateway.silence(0);
  const closed = await discord.until(
    () => discord.traffic.gateway().find(({ direction }) => direction === 'closed'),
    10_000,
    () => 'The bot did not give up.',
  );
  expect(closed.op).toBe(GIVEN_UP);
  await discord.gateway.ready();
  expect(discord.gateway.sessions()).toMatchObject([{ id: session?.id }]);
});

test('a silent gateway reads nothing, sends nothing and closes nothing', async () => {
  const discord = await registeredDiscord({ heartbeatIntervalMs: 400, identifyWindowMs: 0 });
  const { socket } = await ready(discord);
  discord.gateway.silence(0);
  const before = socket.received.length;
  socket.send('no JSON');
  imagine(discord);
  const younger = openSocket(discord);
  expect(await younger.closed).toBe(4009);
  await socket.read();
  expect(socket.received).toHaveLength(before);
});

test('a session that is invalidated for good is forgotten', async () => {
  const discord = await localDiscord();
  const { socket } = await ready(discord);
  discord.gateway.invalidate(0, false);
  expect(await socket.next(({ op }) => op === 9)).toMatchObject({ d: false });
  expect(discord.gateway.sessions()).toEqual([]);
});

test('an interaction comes twice when asked to, and again on demand', async () => {
  const discord = await registeredDiscord();
  const { socket } = await ready(discord);
  discord.gateway.duplicateNext(1);
  const invocation = imagine(discord);
  imagine(discord);
  discord.dispatch(invocation);
  await socket.next(({ s }) => s === 5);
  const ids = socket.received.slice(2).map(({ d }) => (d as { id: string }).id);
  expect(ids.map((id) => id === invocation.id)).toEqual([true, true, false, true]);
});

test('guilds belong to their shards, direct messages to the first', async () => {
  const discord = await registeredDiscord({ shards: 2, maxConcurrency: 2 });
  const { guilds, channels, people } = discord.world;
  const first = await ready(discord, { shard: [0, 2] });
  const second = await ready(discord, { shard: [1, 2] });
  expect(first.data['guilds']).toEqual([{ id: guilds.studio.id, unavailable: true }]);
  expect(second.data['guilds']).toEqual([{ id: guilds.printRoom.id, unavailable: true }]);

  const inStudio = imagine(discord);
  const inPrints = imagine(discord, { in: channels.prints });
  const direct = imagine(discord, { in: discord.world.directMessages(people.member) });
  await first.socket.next(({ s }) => s === 3);
  await second.socket.next(({ s }) => s === 2);
  const ids = ({ socket }: typeof first) =>
    socket.received.slice(2).map(({ d }) => (d as { id: string }).id);
  expect(ids(first)).toEqual([inStudio.id, direct.id]);
  expect(ids(second)).toEqual([inPrints.id]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('discord.js brings up every shard it is told to', async () => {
  const discord = await localDiscord({ shards: 3, maxConcurrency: 16 });
  await discordJsBot(discord, async () => {});
  const sessions = await discord.gateway.ready(3);
  expect(new Set(sessions.map(({ shard }) => shard))).toEqual(new Set([0, 1, 2]));
});

test('several sessions of one shard all get an interaction', async () => {
  const discord = await registeredDiscord({ identifyWindowMs: 0 });
  const sockets = [await ready(discord), await ready(discord)];
  const { id } = imagine(discord);
  for (const { socket } of sockets) {
    const event = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
    expect(event.d).toMatchObject({ id });
  }
});
