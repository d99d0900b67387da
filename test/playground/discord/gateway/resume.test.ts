import { expect, test } from 'vitest';
import type { Discord } from '../../../../playground/discord/index.ts';
import { imagine, registeredDiscord } from '../../../support/discord-local.ts';
import { type GatewaySocket, openSocket, ready } from '../../../support/discord-socket.ts';

async function resume(discord: Discord, session_id: string, seq: number, token = discord.token) {
  const socket = openSocket(discord);
  await socket.next(({ op }) => op === 10);
  socket.send({ op: 6, d: { token, session_id, seq } });
  return socket;
}

const events = ({ received }: GatewaySocket) =>
  received.filter(({ op }) => op === 0).map(({ t, s }) => [t, s]);

test('a resumed session gets what it missed, once and in order', async () => {
  const discord = await registeredDiscord();
  const { socket, sessionId } = await ready(discord);
  imagine(discord);
  await socket.next(({ t }) => t === 'INTERACTION_CREATE');
  socket.terminate();
  await discord.until(() => discord.gateway.sessions().find((s) => !s.connected), 1_000, String);
  const missed = [imagine(discord), imagine(discord)];

  const again = await resume(discord, sessionId, 2);
  await again.next(({ t }) => t === 'RESUMED');
  expect(events(again)).toEqual([
    ['INTERACTION_CREATE', 3],
    ['INTERACTION_CREATE', 4],
    ['RESUMED', 5],
  ]);
  const ids = again.received.map(({ d }) => (d as { id?: string } | undefined)?.id);
  expect(ids.filter((id) => id !== undefined)).toEqual(missed.map(({ id }) => id));
});

test('a session closed with 1000 cannot be resumed', async () => {
  const discord = await registeredDiscord();
  const { socket, sessionId } = await ready(discord);
  socket.close(1000);
  await socket.closed;
  await discord.until(
    () => (discord.gateway.sessions().length === 0 ? true : undefined),
    1_000,
    String,
  );
  const again = await resume(discord, sessionId, 1);
  expect(await again.next(({ op }) => op === 9)).toMatchObject({ d: false });
});

test('a session is resumable for its window only', async () => {
  let time = Date.now();
  const discord = await registeredDiscord({ now: () => time });
  const { socket, sessionId } = await ready(discord);
  socket.terminate();
  await discord.until(() => discord.gateway.sessions().find((s) => !s.connected), 1_000, String);
  time += 180_001;
  const again = await resume(discord, sessionId, 1);
  expect(await again.next(({ op }) => op === 9)).toMatchObject({ d: false });
});

test('a sequence number from the future is closed with 4007, a wrong token with 4004', async () => {
  const discord = await registeredDiscord();
  const { sessionId } = await ready(discord);
  expect(await (await resume(discord, sessionId, 99)).closed).toBe(4007);
  expect(await (await resume(discord, sessionId, 1, 'wrong')).closed).toBe(4004);
});

test('resuming elsewhere cuts the old socket', async () => {
  const discord = await registeredDiscord();
  const { socket, sessionId } = await ready(discord);
  const again = await resume(discord, sessionId, 1);
  await again.next(({ t }) => t === 'RESUMED');
  expect(await socket.closed).toBe(1006);
  expect(discord.gateway.sessions()).toMatchObject([{ id: sessionId, connected: true }]);
});
