import { expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createTraffic } from '../../../playground/discord/traffic.ts';
import { call, localDiscord } from '../../support/discord-local.ts';

const REST = {
  kind: 'rest',
  method: 'GET',
  route: 'GET /a',
  status: 200,
  ms: 1,
  at: 0,
  code: undefined,
  violations: [],
  answerViolations: [],
  faulted: false,
  body: undefined,
} as const;
const servePage = (app: FastifyInstance): void => void app.get('/', () => 'a page');
const WRONG = { path: 'x', message: 'wrong', source: 'rule' } as const;

test('the newest records are kept, and what was found in them', () => {
  const traffic = createTraffic(3);
  traffic.add({ ...REST, violations: [WRONG], answerViolations: [WRONG] });
  traffic.condemn('READY', [WRONG]);
  traffic.add(REST);
  traffic.add({ ...REST, route: 'GET /b' });
  expect(traffic.rest().map(({ route }) => route)).toEqual(['GET /a', 'GET /a', 'GET /b']);
  expect(traffic.rest('GET /b')).toHaveLength(1);
  expect(traffic.violations()).toEqual([
    { ...WRONG, route: 'GET /a', side: 'request' },
    { ...WRONG, route: 'GET /a', side: 'answer' },
    { ...WRONG, route: 'READY', side: 'event' },
  ]);
  traffic.clear();
  expect([traffic.records(), traffic.violations()]).toEqual([[], []]);
});

test('listeners hear of each record until they stop', async () => {
  const discord = await localDiscord();
  const heard: string[] = [];
  const stop = discord.traffic.subscribe((record) => {
    if (record.kind === 'rest') heard.push(record.route);
  });
  await call(discord, 'GET', '/users/@me');
  await discord.until(
    () => heard[0],
    1_000,
    () => 'Nothing was heard.',
  );
  stop();
  await call(discord, 'GET', '/users/@me');
  await discord.until(
    () => discord.traffic.rest()[1],
    1_000,
    () => 'Nothing was recorded.',
  );
  expect(heard).toEqual(['GET /users/@me']);
});

test('an answer of its own that breaks the rules is found', async () => {
  const discord = await localDiscord({ shards: 1.5 });
  await call(discord, 'GET', '/gateway/bot');
  const found = () => discord.traffic.violations()[0];
  const finding = await discord.until(found, 1_000, () => 'Nothing was found.');
  expect(finding).toMatchObject({ side: 'answer', route: 'GET /gateway/bot', path: 'shards' });
});

test('further routes can be served beside the API', async () => {
  const discord = await localDiscord({ routes: servePage });
  expect(await fetch(discord.origin).then((answer) => answer.text())).toBe('a page');
});
