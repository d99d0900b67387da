import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import { imagine, pngHeader, registeredDiscord } from '../../../support/discord-local.ts';
import { ready } from '../../../support/discord-socket.ts';

type Data = { [key: string]: unknown };

async function connected() {
  const discord = await registeredDiscord();
  const { socket } = await ready(discord);
  const event = async (): Promise<Data> => {
    const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
    return d as Data;
  };
  return { discord, event, ...discord.world };
}

test('an interaction carries everything Discord sends with it', async () => {
  const { discord, event, people, channels, guilds } = await connected();
  people.member.locale = 'de';
  guilds.studio.attachmentSizeLimit = 50_000_000;
  imagine(discord, { in: channels.afterDark });
  expect(await event()).toMatchObject({
    type: 2,
    version: 1,
    application_id: discord.applicationId,
    guild_id: guilds.studio.id,
    channel: { id: channels.afterDark.id, nsfw: true, name: 'after-dark' },
    member: {
      user: { id: people.member.id, global_name: 'Member' },
      permissions: expect.any(String),
    },
    locale: 'de',
    guild_locale: 'en-US',
    context: 0,
    entitlements: [],
    authorizing_integration_owners: { 0: guilds.studio.id },
    attachment_size_limit: 50_000_000,
    app_permissions: expect.any(String),
    data: { name: 'imagine', type: 1, options: [{ name: 'prompt', type: 3, value: 'a fox' }] },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a direct message has a user and no guild', async () => {
  const { discord, event, people } = await connected();
  imagine(discord, { in: discord.world.directMessages(people.member), userInstalled: true });
  const data = await event();
  expect(data).toMatchObject({
    user: { id: people.member.id },
    context: 1,
    authorizing_integration_owners: { 1: people.member.id },
  });
  expect(data).not.toHaveProperty('guild_id');
  expect(discord.traffic.violations()).toEqual([]);
});

test('users and files are resolved', async () => {
  const { discord, event, people } = await connected();
  const reference = {
    filename: 'a.png',
    contentType: 'image/png',
    bytes: Buffer.from(pngHeader(2, 1)),
  };
  imagine(discord, { options: { prompt: 'x', for: people.owner, seed: 3, reference } });
  const { data } = await event();
  expect(data).toMatchObject({
    options: [{}, { type: 6, value: people.owner.id }, { type: 4, value: 3 }, { type: 11 }],
    resolved: { users: { [people.owner.id]: { global_name: 'Owner' } }, members: {} },
  });
  expect(
    Object.values((data as { resolved: Record<string, object> }).resolved['attachments'] ?? {}),
  ).toMatchObject([{ filename: 'a.png', width: 2, height: 1, ephemeral: true }]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('a subcommand is named after its command', async () => {
  const { discord, event, people, channels } = await connected();
  const command = 'settings budget';
  discord.use({ command, options: { credits: 5 }, by: people.manager, in: channels.art });
  const options = [{ name: 'credits', type: 4, value: 5 }];
  expect(await event()).toMatchObject({
    data: { name: 'settings', options: [{ name: 'budget', type: 1, options }] },
  });
});

test.each<[string, object, RegExp]>([
  ['a missing option', { options: {} }, /"prompt" is required/],
  ['an unknown option', { options: { prompt: 'x', colour: 'red' } }, /no option "colour"/],
  ['a value of another type', { options: { prompt: 7 } }, /takes a string/],
  ['a value that is no choice', { options: { prompt: 'x', shape: '2:1' } }, /no choice/],
  ['a text too long', { options: { prompt: 'x'.repeat(101) } }, /0 to 100 characters/],
  ['a number too large', { options: { prompt: 'x', seed: 11 } }, /takes 0 to 10/],
  ['a fraction', { options: { prompt: 'x', seed: 1.5 } }, /whole numbers/],
  ['a user that is none', { options: { prompt: 'x', for: 'Owner' } }, /something to point at/],
  ['an unknown command', { command: 'draw' }, /no command "draw"/],
  ['an unknown subcommand', { command: 'imagine fast' }, /no subcommand "fast"/],
])('%s is refused before it is sent', async (_name, more, reason) => {
  const discord = await registeredDiscord();
  expect(() => imagine(discord, more)).toThrow(reason);
});

test('commands are offered to those who may use them', async () => {
  const discord = await registeredDiscord();
  const { people, channels, guilds } = discord.world;
  const settings = { command: 'settings budget', options: { credits: 5 }, in: channels.art };
  expect(() => discord.use({ ...settings, by: people.member })).toThrow(/not offered to Member/);
  expect(discord.use({ ...settings, by: people.manager }).state).toBe('waiting');
  expect(discord.use({ ...settings, by: people.owner }).state).toBe('waiting');
  expect(() => discord.use({ ...settings, command: 'settings', by: people.owner })).toThrow(
    /choose one of budget/,
  );

  const night = { command: 'after-hours', by: people.member };
  expect(() => discord.use({ ...night, in: channels.art })).toThrow(/age-restricted/);
  expect(discord.use({ ...night, in: channels.afterDark }).state).toBe('waiting');
  expect(() => imagine(discord, { in: channels.review })).toThrow(/cannot see #review/);
  expect(imagine(discord, { in: channels.review, by: people.moderator }).state).toBe('waiting');
  expect(() => imagine(discord, { by: people.moderator, in: channels.prints })).toThrow(
    /not in Print Room/,
  );
  const everyone = { ...people.member, id: guilds.studio.id };
  discord.world.overwrite(channels.art, everyone, { deny: Permission.UseApplicationCommands });
  expect(() => imagine(discord)).toThrow(/not offered/);
});

test('an old client sends options the command no longer has, and fields can be replaced', async () => {
  const { discord, event } = await connected();
  const rawOptions = [{ name: 'colour', type: 3, value: 'red' }];
  imagine(discord, { rawOptions, raw: { locale: 'xx', guild_locale: null } });
  expect(await event()).toMatchObject({
    locale: 'xx',
    guild_locale: null,
    data: { options: rawOptions },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a late interaction says so in its id', async () => {
  const { discord, event } = await connected();
  imagine(discord, { ageMs: 4_500 });
  const { id } = await event();
  const createdAt = Number(BigInt(String(id)) >> 22n) + 1_420_070_400_000;
  expect(Date.now() - createdAt).toBeGreaterThanOrEqual(4_500);
});

test('suggestions are asked for with a half-typed option', async () => {
  const { discord, event, people, channels } = await connected();
  const options = { style: 'fi' };
  discord.autocomplete({
    command: 'imagine',
    options,
    focused: 'style',
    by: people.member,
    in: channels.art,
  });
  expect(await event()).toMatchObject({
    type: 4,
    data: { options: [{ value: 'fi', focused: true }] },
  });
  expect(discord.traffic.violations()).toEqual([]);
});
