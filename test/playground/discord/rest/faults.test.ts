import { expect, test } from 'vitest';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';
const EDIT = 'PATCH /webhooks/:app/:token/messages/@original';
const LOST = /fetch failed/;
const DEFER = { type: 5, data: { flags: 0 } };

test('a fault answers instead, as often as it should, and can be taken back', async () => {
  const discord = await registeredDiscord();
  const fault = discord.faults.add({
    method: 'GET',
    route: '/users/@me',
    times: 2,
    status: 503,
    body: { message: 'upstream' },
    headers: { 'x-why': 'test' },
  });
  const get = () => call(discord, 'GET', '/users/@me');
  const struck = await get();
  expect([struck.status, struck.body, struck.headers.get('x-why')]).toEqual([
    503,
    { message: 'upstream' },
    'test',
  ]);
  expect([(await get()).status, (await get()).status, fault.hits]).toEqual([503, 200, 2]);
  const forever = discord.faults.add({ route: 'GET /users/@me', status: 500, body: 'oops' });
  expect([(await get()).status, (await get()).status]).toEqual([500, 500]);
  forever.remove();
  expect((await get()).status).toBe(200);
});

test('a socket dropped before means that nothing happened', async () => {
  const discord = await registeredDiscord();
  discord.faults.add({ route: CALLBACK, drop: 'before', times: 1 });
  const invocation = imagine(discord);
  await expect(answer(discord, invocation, DEFER)).rejects.toThrow(LOST);
  expect(invocation.state).toBe('waiting');
  expect((await answer(discord, invocation, DEFER)).status).toBe(204);
});

test('a socket dropped after means that only the answer is lost', async () => {
  const discord = await registeredDiscord();
  discord.faults.add({ route: CALLBACK, drop: 'after', times: 1 });
  const invocation = imagine(discord);
  await expect(answer(discord, invocation, DEFER)).rejects.toThrow(LOST);
  expect(invocation.state).toBe('deferred');
  expect((await answer(discord, invocation, DEFER)).body.code).toBe(40060);
  const [lost] = discord.traffic.rest(CALLBACK);
  expect(lost).toMatchObject({ status: 0, faulted: true });
});

test('an upload dropped after is delivered all the same', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, DEFER);
  discord.faults.add({ route: EDIT, drop: 'after' });
  const path = webhook(discord, invocation, '/messages/@original');
  const files = [{ index: 0, name: 'a.png', bytes: new Uint8Array(100_000) }];
  await expect(call(discord, 'PATCH', path, { json: {}, files, token: null })).rejects.toThrow(
    LOST,
  );
  expect((await invocation.settled()).attachments).toHaveLength(1);
});

test('a status may come after the request was handled', async () => {
  const discord = await registeredDiscord();
  discord.faults.add({ route: CALLBACK, status: 502, body: 'bad gateway', handled: true });
  const invocation = imagine(discord);
  expect((await answer(discord, invocation, DEFER)).status).toBe(502);
  expect(invocation.state).toBe('deferred');
});

test.each([
  ['before the handling: the next request overtakes', false, [40060, undefined]],
  ['after it: only the answer is late', true, [undefined, 40060]],
])('a delay comes %s', async (_name, handled, codes) => {
  const discord = await registeredDiscord();
  discord.faults.add({ route: CALLBACK, delayMs: 30, times: 1, handled });
  const invocation = imagine(discord);
  await Promise.all([answer(discord, invocation, DEFER), answer(discord, invocation, DEFER)]);
  const exchanges = discord.traffic.rest(CALLBACK);
  expect(exchanges.map(({ faulted }) => faulted)).toEqual([false, true]);
  expect(exchanges.toReversed().map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['an answer that is late', { delayMs: 10_000, handled: true }],
  ['an answer that is replaced late', { delayMs: 10_000, status: 502, handled: true }],
  ['an answer that is lost', { drop: 'after' as const }],
])('people see an edit at once, whatever becomes of its answer: %s', async (_name, fault) => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, DEFER);
  discord.faults.add({ route: EDIT, ...fault });
  const path = webhook(discord, invocation, '/messages/@original');
  const editing = call(discord, 'PATCH', path, { json: { content: 'done' }, token: null });
  const end = editing.then(
    () => 'answered',
    () => 'lost',
  );
  expect((await invocation.settled()).content).toBe('done');
  await discord.stop();
  expect(await end).toBe('lost');
});

test('a fault without a method is a mistake', async () => {
  const discord = await registeredDiscord();
  expect(() => discord.faults.add({ route: '/users/@me' })).toThrow(/name the method/);
});
