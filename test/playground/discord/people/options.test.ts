import { expect, test } from 'vitest';
import { call, localDiscord } from '../../../support/discord-local.ts';
import { ready } from '../../../support/discord-socket.ts';

const option = (type: number, name: string, more: object = {}) => ({
  type,
  name,
  description: name,
  ...more,
});
const COMMAND = {
  name: 'pick',
  description: 'Pick something',
  options: [
    option(6, 'user'),
    option(7, 'channel', { channel_types: [0] }),
    option(7, 'thread', { channel_types: [11] }),
    option(8, 'role'),
    option(9, 'mentionable'),
    option(11, 'file'),
    option(3, 'text', { autocomplete: true, min_length: 3 }),
    option(4, 'count', { autocomplete: true, min_value: 5 }),
  ],
};

async function picking() {
  const discord = await localDiscord();
  const path = `/applications/${discord.applicationId}/commands`;
  await call(discord, 'PUT', path, { json: [COMMAND] });
  const { people, channels, roles } = discord.world;
  const place = { command: 'pick', by: people.member, in: channels.art };
  const file = { filename: 'a.txt', contentType: 'text/plain', bytes: Buffer.from('a') };
  const things = { user: people.owner, channel: channels.art, role: roles.managers, file };
  return { discord, place, things };
}

test.each<[string, string[]]>([
  ['user', ['user']],
  ['channel', ['channel']],
  ['thread', []],
  ['role', ['role']],
  ['mentionable', ['user', 'role']],
  ['file', ['file']],
])('a %s option takes %j and nothing else', async (name, taken) => {
  const { discord, place, things } = await picking();
  const outcomes = Object.entries(things).map(([kind, value]) => {
    try {
      return [kind, discord.use({ ...place, options: { [name]: value } }).state];
    } catch (error) {
      const asExpected = String(error).includes(`"${name}" takes no ${kind}`);
      return [kind, asExpected ? 'refused' : String(error)];
    }
  });
  const expected = Object.keys(things).map((kind) => [
    kind,
    taken.includes(kind) ? 'waiting' : 'refused',
  ]);
  expect(outcomes).toEqual(expected);
  expect(discord.traffic.violations()).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ['text', {}, ''],
  ['text', { text: 'a' }, 'a'],
  ['count', {}, ''],
  ['count', { count: '1' }, '1'],
])('the cursor in "%s" with %j typed sends %j', async (focused, options, value) => {
  const { discord, place } = await picking();
  const { socket } = await ready(discord);
  discord.autocomplete({ ...place, options, focused });
  const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
  expect(d).toMatchObject({
    type: 4,
    data: { options: [{ name: focused, value, focused: true }] },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('only an option with suggestions is asked for them', async () => {
  const { discord, place } = await picking();
  const ask = (focused: string) => () => discord.autocomplete({ ...place, focused });
  expect(ask('user')).toThrow(/"user" suggests nothing/);
  expect(ask('colour')).toThrow(/no option "colour"/);
});
