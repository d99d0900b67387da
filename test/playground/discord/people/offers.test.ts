import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import { imagine, localDiscord, registeredDiscord } from '../../../support/discord-local.ts';
import { registerLimits, setBudget } from '../../../support/discord-options.ts';

async function limited() {
  const discord = await localDiscord();
  await registerLimits(discord);
  return { discord, ...discord.world };
}

test('a command is for those who hold what it asks for', async () => {
  const { discord, people } = await limited();
  for (const by of [people.member, people.moderator, people.painter])
    expect(() => setBudget(discord, {}, { by })).toThrow(/not offered/);
  for (const by of [people.manager, people.owner])
    expect(setBudget(discord, {}, { by }).state).toBe('waiting');
});

test('a manager who may use no commands is offered none', async () => {
  const { discord, people, channels, roles } = await limited();
  const deny = Permission.UseApplicationCommands;
  discord.world.overwrite(channels.art, roles.managers, { deny });
  expect(() => setBudget(discord, {})).toThrow(/not offered/);
  expect(setBudget(discord, {}, { by: people.owner }).state).toBe('waiting');
});

test.each<[string, number, RegExp]>([
  ['too little', -1, /takes 0 to 1000/],
  ['too much', 1_001, /takes 0 to 1000/],
  ['a fraction', 1.5, /whole numbers/],
])('%s is refused', async (_what, credits, reason) => {
  const { discord } = await limited();
  expect(() => setBudget(discord, { credits })).toThrow(reason);
});

test('channels are offered by their type, to those who see them, and of one server', async () => {
  const { discord, people, channels } = await limited();
  expect(() => setBudget(discord, { thread: channels.art })).toThrow(/takes no channel/);
  expect(setBudget(discord, { channel: channels.artThread }).state).toBe('waiting');
  expect(setBudget(discord, { channel: channels.log }).state).toBe('waiting');
  expect(() => setBudget(discord, { channel: channels.prints })).toThrow(/no such channel/);
  discord.world.overwrite(channels.log, people.manager, { deny: Permission.ViewChannel });
  expect(() => setBudget(discord, { channel: channels.log })).toThrow(/no such channel/);
});

test('roles are those of the server', async () => {
  const { discord, guilds, roles } = await limited();
  const printers = discord.world.addRole(guilds.printRoom, 'Printers', 0n);
  expect(setBudget(discord, { role: roles.painters }).state).toBe('waiting');
  expect(() => setBudget(discord, { role: printers })).toThrow(/no such role/);
});

test('a thread is as restricted and as open as its channel', async () => {
  const discord = await registeredDiscord();
  const { art, artThread } = discord.world.channels;
  const { member } = discord.world.people;
  artThread.nsfw = true;
  expect([art.nsfw, artThread.nsfw]).toEqual([true, true]);
  expect(imagine(discord, { in: artThread }).state).toBe('waiting');
  discord.world.overwrite(art, member, { deny: Permission.ViewChannel });
  expect(() => imagine(discord, { in: artThread })).toThrow(/cannot see #critique/);
});
