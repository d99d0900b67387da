import { once } from 'node:events';
import { createInflate, createZstdDecompress } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { startDiscord } from '../../../../playground/discord/index.ts';
import { localDiscord } from '../../../support/discord-local.ts';
import { identify, openSocket, ready } from '../../../support/discord-socket.ts';

type Options = NonNullable<Parameters<typeof startDiscord>[0]>;

async function greeted(options: Options = {}) {
  const discord = await localDiscord(options);
  const socket = openSocket(discord);
  await socket.next(({ op }) => op === 10);
  return { discord, socket };
}

test('READY is on loopback and lists the guilds as stubs, without more events', async () => {
  const discord = await localDiscord();
  const { socket, data } = await ready(discord);
  const { studio, printRoom } = discord.world.guilds;
  expect(data).toMatchObject({
    v: 10,
    user: { id: discord.applicationId },
    resume_gateway_url: `${discord.origin.replace('http', 'ws')}/gateway`,
    application: { id: discord.applicationId, flags: 0 },
    guilds: [
      { id: studio.id, unavailable: true },
      { id: printRoom.id, unavailable: true },
    ],
  });
  socket.send({ op: 1, d: 1 });
  await socket.next(({ op }) => op === 11);
  expect(socket.received.map(({ t }) => t)).not.toContain('GUILD_CREATE');
  expect(discord.gateway.sessions()).toMatchObject([{ shard: 0, intents: 0, connected: true }]);
});

test('the Guilds intent brings the guilds with their channels', async () => {
  const discord = await localDiscord();
  const { socket } = await ready(discord, { intents: 1 });
  const { d } = await socket.next(({ t }) => t === 'GUILD_CREATE');
  expect(d).toMatchObject({
    name: 'Easel Studio',
    channels: [{ name: 'art', nsfw: false }, {}, { nsfw: true }, {}, {}, {}, {}],
    threads: [{ name: 'critique', parent_id: discord.world.channels.art.id }],
  });
});

test('a token with the prefix of an Authorization header is accepted', async () => {
  const discord = await localDiscord();
  const { data } = await ready(discord, { token: `Bot ${discord.token}` });
  expect(data['session_id']).toBeTypeOf('string');
});

test.each<[string, object, number, Options]>([
  ['a wrong token', { token: 'wrong' }, 4004, {}],
  ['a shard beyond their number', { shard: [1, 1] }, 4010, {}],
  ['a shard of nothing', { shard: [0, 0] }, 4010, {}],
  ['too many guilds on a shard', {}, 4011, { guildsPerShard: 1 }],
  ['intents that do not exist', { intents: 1 << 30 }, 4013, {}],
  ['a privileged intent', { intents: 1 << 15 }, 4014, {}],
  ['an identify of a wrong shape', { intents: 'all' }, 4002, {}],
  ['no starts left', {}, 4004, { sessionStarts: 0 }],
])('%s is closed with its code', async (_name, more, code, options) => {
  const { discord, socket } = await greeted(options);
  socket.send(identify(discord, more));
  expect(await socket.closed).toBe(code);
});

test('enough shards carry what one may not', async () => {
  const discord = await localDiscord({ guildsPerShard: 1 });
  const { data } = await ready(discord, { shard: [0, 2] });
  expect(data['guilds']).toHaveLength(1);
});

test.each<[string, object | string, number]>([
  ['an unknown op', { op: 99 }, 4001],
  ['no JSON', '{', 4002],
  ['no op', {}, 4002],
  ['more than 4096 bytes', { op: 1, d: 'x'.repeat(4_096) }, 4002],
  ['anything before IDENTIFY', { op: 3, d: {} }, 4003],
])('%s is closed with its code', async (_name, payload, code) => {
  const { socket } = await greeted();
  socket.send(payload);
  expect(await socket.closed).toBe(code);
});

test('a second IDENTIFY is closed with 4005', async () => {
  const discord = await localDiscord();
  const { socket } = await ready(discord);
  socket.send(identify(discord));
  expect(await socket.closed).toBe(4005);
});

test('more sends than allowed are closed with 4008', async () => {
  const { socket } = await greeted({ gatewaySends: { limit: 2, windowMs: 60_000 } });
  for (let count = 0; count < 3; count += 1) socket.send({ op: 1, d: null });
  expect(await socket.closed).toBe(4008);
});

test('a client without a heartbeat is closed', async () => {
  const { socket } = await greeted({ heartbeatIntervalMs: 20 });
  expect(await socket.closed).toBe(4009);
});

test('another version of the gateway, and another encoding, are not spoken', async () => {
  const discord = await localDiscord();
  expect(await openSocket(discord, '?v=9&encoding=json').closed).toBe(4012);
  expect(await openSocket(discord, '?v=10&encoding=etf').closed).toBe(4002);
});

test('an identify too soon after another is told to come again', async () => {
  let time = Date.now();
  const discord = await localDiscord({ now: () => time });
  await ready(discord);
  const second = openSocket(discord);
  await second.next(({ op }) => op === 10);
  second.send(identify(discord));
  expect(await second.next(({ op }) => op === 9)).toMatchObject({ d: false });
  time += 5_000;
  second.send(identify(discord));
  await second.next(({ t }) => t === 'READY');
  expect(discord.gateway.sessions()).toHaveLength(2);
});

test.each([
  ['zlib-stream', createInflate],
  ['zstd-stream', createZstdDecompress],
])('a client that asks for %s gets one such stream', async (compress, decompress) => {
  const discord = await localDiscord();
  const url = `${discord.origin.replace('http', 'ws')}/gateway`;
  const socket = new WebSocket(`${url}?v=10&encoding=json&compress=${compress}`);
  onTestFinished(() => socket.terminate());
  const inflate = decompress();
  const inflated = async (): Promise<unknown> => {
    const [text] = await once(inflate, 'data');
    return JSON.parse(String(text));
  };
  socket.on('message', (frame: Buffer) => inflate.write(frame));
  expect(await inflated()).toMatchObject({ op: 10 });
  socket.send(JSON.stringify(identify(discord)));
  expect(await inflated()).toMatchObject({ op: 0, t: 'READY' });
});
