import { expect, test } from 'vitest';
import {
  answer,
  call,
  imagine,
  localDiscord,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

test('a wrong token is refused with 401, an unknown route with 404', async () => {
  const discord = await localDiscord();
  for (const token of [null, 'wrong']) {
    const { status, body } = await call(discord, 'GET', '/gateway/bot', { token });
    expect([status, body]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  }
  const { status, body } = await call(discord, 'GET', '/nowhere');
  expect([status, body]).toEqual([404, { message: '404: Not Found', code: 0 }]);
});

test('the bot learns who it is and where its gateway is', async () => {
  const discord = await localDiscord({ shards: 3, maxConcurrency: 2 });
  const gateway = discord.origin.replace('http', 'ws');
  expect((await call(discord, 'GET', '/gateway/bot')).body).toMatchObject({
    url: `${gateway}/gateway`,
    shards: 3,
    session_start_limit: { total: 1_000, remaining: 1_000, max_concurrency: 2 },
  });
  expect((await call(discord, 'GET', '/gateway', { token: null })).status).toBe(200);
  for (const path of ['/users/@me', '/applications/@me', '/oauth2/applications/@me']) {
    expect((await call(discord, 'GET', path)).body['id']).toBe(discord.applicationId);
  }
  const { member } = discord.world.people;
  expect((await call(discord, 'GET', `/users/${member.id}`)).body['username']).toBe('member');
  expect((await call(discord, 'GET', '/users/1')).body.code).toBe(10013);
  expect((await fetch(`${discord.apiUrl}/gateway`)).status).toBe(200);
  expect(discord.traffic.violations()).toEqual([]);
});

test('an interaction token draws from a bucket of its own', async () => {
  let time = Date.now();
  const discord = await registeredDiscord({ now: () => time });
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 5, data: { flags: 0 } });
  const path = webhook(discord, invocation, '/messages/@original');
  const get = () => call(discord, 'GET', path, { token: null });
  for (const remaining of ['4', '3', '2', '1', '0']) {
    const { status, headers } = await get();
    expect([status, headers.get('x-ratelimit-remaining')]).toEqual([200, remaining]);
  }
  time += 500;
  const { status, headers, body } = await get();
  expect([status, headers.get('retry-after')]).toEqual([429, '2']);
  expect(body).toMatchObject({ retry_after: 1.5, global: false });
  const other = imagine(discord);
  await answer(discord, other, { type: 5, data: { flags: 0 } });
  const otherPath = webhook(discord, other, '/messages/@original');
  expect((await call(discord, 'GET', otherPath, { token: null })).status).toBe(200);
  time += 1_500;
  expect((await get()).status).toBe(200);
  expect(discord.traffic.violations()).toEqual([]);
});

test('all of the bot token draws from one bucket, which callbacks are free of', async () => {
  const discord = await registeredDiscord({ botRequests: { limit: 2, windowMs: 60_000 } });
  expect((await call(discord, 'GET', '/users/@me')).status).toBe(200);
  const { status, headers, body } = await call(discord, 'GET', '/users/@me');
  expect([status, headers.get('x-ratelimit-global')]).toEqual([429, 'true']);
  expect(body['global']).toBe(true);
  const callback = await answer(discord, imagine(discord), { type: 5, data: { flags: 0 } });
  expect(callback.status).toBe(204);
});

test('too many invalid requests turn every request away', async () => {
  const discord = await localDiscord({ invalidRequestLimit: 2 });
  const wrong = () => call(discord, 'GET', '/users/@me', { token: 'wrong' });
  expect([(await wrong()).status, (await wrong()).status]).toEqual([401, 401]);
  await discord.until(
    () => (discord.traffic.rest().length === 2 ? true : undefined),
    1_000,
    String,
  );
  const { status, body } = await call(discord, 'GET', '/users/@me');
  expect([status, body.code]).toEqual([429, 40333]);
});

test('both addresses of the API count toward the same limits', async () => {
  const settings = { botRequests: { limit: 1, windowMs: 60_000 }, invalidRequestLimit: 2 };
  const discord = await localDiscord(settings);
  const get = async (prefix: string) => {
    const headers = { authorization: `Bot ${discord.token}` };
    const { status } = await fetch(`${discord.apiUrl}${prefix}/users/@me`, { headers });
    return status;
  };
  expect([await get('/v10'), await get(''), await get('/v10')]).toEqual([200, 429, 429]);
  await discord.until(
    () => (discord.traffic.rest().length === 3 ? true : undefined),
    1_000,
    String,
  );
  const banned = await fetch(`${discord.apiUrl}/gateway`);
  expect(await banned.json()).toMatchObject({ code: 40333 });
});

test('no token is kept in the traffic', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 5, data: { flags: 0 } });
  const kept = JSON.stringify(discord.traffic.records());
  expect(kept).toContain('/interactions/:id/:token/callback');
  expect(kept).not.toContain(invocation.token);
  expect(kept).not.toContain(discord.token);
});
