import { expect, test } from 'vitest';
import { imagine, localDiscord, registeredDiscord } from '../../../support/discord-local.ts';
import { identify, openSocket, ready } from '../../../support/discord-socket.ts';

test('a socket whose session was invalidated identifies anew', async () => {
  const discord = await localDiscord({ identifyWindowMs: 0 });
  const { socket, sessionId } = await ready(discord);
  discord.gateway.invalidate(0, false);
  await socket.next(({ op }) => op === 9);
  const before = socket.received.length;
  socket.send(identify(discord));
  const again = await socket.next((payload) => socket.received.indexOf(payload) >= before);
  expect(again).toMatchObject({ t: 'READY', s: 1 });
  expect(discord.gateway.sessions().map(({ id }) => id)).not.toContain(sessionId);
});

test('a heartbeat is answered before IDENTIFY, and needs no data', async () => {
  const discord = await localDiscord();
  const socket = openSocket(discord);
  await socket.next(({ op }) => op === 10);
  socket.send({ op: 1 });
  expect(await socket.next(({ op }) => op === 11)).toEqual({ op: 11 });
});

test('a shard may be connected twice, and both get an interaction', async () => {
  const discord = await registeredDiscord({ identifyWindowMs: 0 });
  const [first, second] = [await ready(discord), await ready(discord)];
  const { id } = imagine(discord);
  for (const { socket } of [first, second]) {
    const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
    expect(d).toMatchObject({ id });
  }
});

test('a guild the bot is not in does not count toward the guilds of a shard', async () => {
  const discord = await localDiscord({ guildsPerShard: 1 });
  discord.world.leave(discord.world.guilds.printRoom, discord.world.bot);
  const { data } = await ready(discord);
  expect(data['guilds']).toHaveLength(1);
});

test('a session that no longer holds what was missed is not resumed', async () => {
  const discord = await registeredDiscord();
  const { socket, sessionId } = await ready(discord);
  socket.terminate();
  await discord.until(() => discord.gateway.sessions().find((s) => !s.connected), 1_000, String);
  for (let count = 0; count < 1_001; count += 1) imagine(discord);
  const again = openSocket(discord);
  await again.next(({ op }) => op === 10);
  again.send({ op: 6, d: { token: discord.token, session_id: sessionId, seq: 1 } });
  const first = await again.next(({ op }) => op !== 10);
  expect(first).toMatchObject({ op: 9, d: false });
});

test('a client that names no encoding speaks JSON', async () => {
  const discord = await localDiscord();
  const socket = openSocket(discord, '?v=10');
  expect(await socket.next(({ op }) => op === 10)).toMatchObject({ op: 10 });
});
