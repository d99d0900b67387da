import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../../../src/operations/doctor/examine.ts';
import { temporaryFolder } from '../../support/book-store.ts';
import { application, discordRoutes } from '../../support/discord-facts.ts';
import { type Routes, startJsonServer } from '../../support/json-server.ts';

const KEY = 'image-key-0123456789';
const TOKEN = 'bot-token-0123456789';
const ENDPOINT = '/api/generate/core';

async function run(options: { routes?: Routes; env?: object; nodeVersion?: string } = {}) {
  const { url } = await startJsonServer({
    ...discordRoutes,
    [ENDPOINT]: { body: { code: -1, message: 'prompt is missing', data: null } },
    ...options.routes,
  });
  const printed: string[] = [];
  const code = await examine({
    env: {
      DISCORD_TOKEN: TOKEN,
      IMAGE_API_KEY: KEY,
      DISCORD_API_URL: `${url}/api`,
      IMAGE_API_URL: url,
      DATABASE_URL: `sqlite://${tmpdir()}/easel-no-such-folder/easel.sqlite`,
      ...options.env,
    },
    nodeVersion: options.nodeVersion ?? '22.19.0',
    print: (text) => printed.push(text),
  });
  return { code, printed, verdicts: printed.map((text) => text.split(' ')[0]) };
}

test('a good configuration has one line for each check and ends with 0', async () => {
  const { code, printed, verdicts } = await run();
  expect(code).toBe(0);
  expect(verdicts).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'warn']);
  expect(printed[0]).toBe('ok    Node 22.19.0');
  expect(printed.at(-1)).toContain('does not show whether it takes the key');
});

test('bad variables are all named, without their values, and nothing else is tried', async () => {
  const env = { DISCORD_TOKEN: `Bot ${TOKEN}`, IMAGE_API_KEY: '', HEALTH_PORT: KEY };
  const { code, printed } = await run({ env });
  expect(code).toBe(1);
  expect(printed).toEqual([
    'ok    Node 22.19.0',
    expect.stringMatching(/^fail {2}DISCORD_TOKEN: must be the secret alone/),
    expect.stringMatching(/^fail {2}IMAGE_API_KEY: is missing/),
    'fail  HEALTH_PORT: must be a port from 1 to 65535, or off',
  ]);
});

test.for(['22.18.5', '20.19.0', '9.0.0'])('Node %s is too old', async (nodeVersion) => {
  const { code, printed } = await run({ nodeVersion });
  expect(code).toBe(1);
  expect(printed[0]).toMatch(/^fail {2}Node .*install 22.19/);
});

test.for(['22.19.0', '22.20.1', '24.0.0', '26.1.0'])('Node %s will do', async (nodeVersion) => {
  expect((await run({ nodeVersion })).code).toBe(0);
});

test('a token that Discord refuses fails, and the checks that need none go on', async () => {
  const { code, printed } = await run({
    routes: { '/api/v10/users/@me': { status: 401, body: {} } },
  });
  expect(code).toBe(1);
  expect(printed.map((text) => text.slice(6, 15))).toEqual([
    'Node 22.1',
    'Every var',
    'Discord r',
    'Database:',
    'Image API',
  ]);
});

test('a key that the image API refuses fails', async () => {
  const { code, printed } = await run({ routes: { [ENDPOINT]: { status: 401, body: {} } } });
  expect(code).toBe(1);
  expect(printed.at(-1)).toMatch(/^fail {2}Image API: it refuses the key/);
});

test('an image API that does not answer fails', async () => {
  const { code, printed } = await run({ env: { IMAGE_API_URL: 'http://127.0.0.1:1' } });
  expect(code).toBe(1);
  expect(printed.at(-1)).toMatch(/^fail {2}Image API: it does not answer/);
});

test('no secret is printed, even where Discord says it, and no name moves the cursor', async () => {
  const name = `${TOKEN} \u001b[2J\u0007 ${KEY}\nok`;
  const routes = { '/api/v10/applications/@me': { body: { ...application, name } } };
  const { printed } = await run({ routes });
  expect(printed.join('|')).not.toContain(KEY);
  expect(printed.join('|')).not.toContain(TOKEN);
  expect(printed.join('|')).not.toMatch(/\p{Cc}/u);
  expect(printed.find((text) => text.includes('Application'))).toContain(
    '[secret] [2J [secret] ok',
  );
});

test('the operator’s prompt rules are read as well', async () => {
  const file = join(await temporaryFolder(), 'rules.txt');
  await writeFile(file, 'gore\n# a comment\nstrict: nude\n');
  const good = await run({ env: { OPERATOR_RULES: file } });
  expect(good.printed).toContain('ok    OPERATOR_RULES: 2 rules for every server');
  await writeFile(file, 'gore\n*\n');
  const bad = await run({ env: { OPERATOR_RULES: file } });
  expect(bad.code).toBe(1);
  expect(bad.printed.join('\n')).toMatch(/fail {2}OPERATOR_RULES: .* line 2 would meet every text/);
});
