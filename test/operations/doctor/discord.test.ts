import { expect, onTestFinished, test } from 'vitest';
import { checkDiscord } from '../../../src/operations/doctor/discord.ts';
import { createDiscordRest } from '../../../src/operations/doctor/discord-rest.ts';
import { application, discordRoutes } from '../../support/discord-facts.ts';
import { type Routes, startJsonServer } from '../../support/json-server.ts';

async function check(changes: Routes) {
  const { url, seen } = await startJsonServer({ ...discordRoutes, ...changes });
  const rest = createDiscordRest({ apiUrl: `${url}/api`, token: 'a.bot.token' });
  onTestFinished(() => rest.close());
  return { ...(await checkDiscord(rest)), seen };
}

test('a good token shows the bot, the invite link and the logins that are left', async () => {
  const { findings, seen, application: app } = await check({});
  expect(findings).toEqual([
    { verdict: 'ok', text: 'Discord takes the token of easel-bot' },
    {
      verdict: 'ok',
      text: expect.stringMatching(/^Application "Easel".*client_id=123456789012345678&/),
    },
    { verdict: 'ok', text: 'Gateway: 998 of 1000 logins left, 2 shards' },
  ]);
  expect(app).toMatchObject({ id: application.id });
  expect(seen.map(({ path }) => path)).toEqual(Object.keys(discordRoutes));
  for (const { headers } of seen) {
    expect(headers.authorization).toBe('Bot a.bot.token');
    expect(headers['user-agent']).toMatch(/^DiscordBot \(\S+, \S+\)$/);
  }
});

test.for([
  [401, 'fail', /refuses DISCORD_TOKEN/],
  [429, 'warn', /pause/],
  [404, 'fail', /HTTP 404: check DISCORD_API_URL/],
  [502, 'fail', /HTTP 502/],
] as const)('HTTP %i to the token is %s', async ([status, verdict, text]) => {
  const { findings } = await check({ '/api/v10/users/@me': { status, body: {} } });
  expect(findings).toEqual([{ verdict, text: expect.stringMatching(text) }]);
});

test.for([
  ['a page of something else', '<html>'],
  ['JSON of something else', { hello: 1 }],
])('%s is not taken for Discord', async ([, body]) => {
  const { findings } = await check({ '/api/v10/users/@me': { body } });
  expect(findings).toMatchObject([
    { verdict: 'fail', text: expect.stringContaining('DISCORD_API_URL') },
  ]);
});

test('nobody there is said with the reason', async () => {
  const rest = createDiscordRest({ apiUrl: 'http://127.0.0.1:1/api', token: 'a.bot.token' });
  onTestFinished(() => rest.close());
  expect((await checkDiscord(rest)).findings).toEqual([
    { verdict: 'fail', text: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test.for([
  ['interactions_endpoint_url', 'https://example.com/interactions', /never reach the gateway/],
  ['bot_require_code_grant', true, /the invite link fails/],
] as const)(
  'an application with %s is useless, and how to change it is said',
  async ([field, value, text]) => {
    const body = { ...application, [field]: value };
    const { findings } = await check({ '/api/v10/applications/@me': { body } });
    expect(findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([
      { verdict: 'fail', text: expect.stringMatching(text) },
    ]);
  },
);

test('fewer logins than shards means waiting', async () => {
  const limit = { total: 1000, remaining: 1, reset_after: 90_000 };
  const body = { shards: 2, session_start_limit: limit };
  const { findings } = await check({ '/api/v10/gateway/bot': { body } });
  expect(findings.at(-1)).toEqual({
    verdict: 'fail',
    text: 'Gateway: 1 of 1000 logins left, 2 shards: wait 2 minutes before starting',
  });
});
