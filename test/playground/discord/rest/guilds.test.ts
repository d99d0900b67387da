import { expect, test } from 'vitest';
import { call, localDiscord } from '../../../support/discord-local.ts';

const named = (body: unknown): unknown[] => (body as { name: string }[]).map(({ name }) => name);

test('the bot is told of a guild’s channels, but for those it may not view, and of its roles', async () => {
  const discord = await localDiscord();
  const { guilds } = discord.world;
  const channels = await call(discord, 'GET', `/guilds/${guilds.studio.id}/channels`);
  expect(named(channels.body)).toEqual([
    'art',
    'sketches',
    'after-dark',
    'mod-log',
    'review',
    'log',
  ]);
  const roles = await call(discord, 'GET', `/guilds/${guilds.studio.id}/roles`);
  expect(named(roles.body)).toEqual(['@everyone', 'Moderators', 'Managers', 'Painters']);
});

test('what was deleted is not there any more, nor are threads of it', async () => {
  const discord = await localDiscord();
  const { channels, guilds, roles, people } = discord.world;
  discord.world.removeChannel(channels.art);
  discord.world.removeRole(guilds.studio, roles.painters);
  const found = await call(discord, 'GET', `/guilds/${guilds.studio.id}/channels`);
  expect(named(found.body)).not.toContain('art');
  const left = await call(discord, 'GET', `/guilds/${guilds.studio.id}/roles`);
  expect(named(left.body)).not.toContain('Painters');
  expect(guilds.studio.members.get(people.painter.id)?.roleIds).toEqual([]);
  for (const { id } of [channels.art, channels.artThread]) {
    expect((await call(discord, 'GET', `/channels/${id}`)).body.code).toBe(10003);
  }
});

test('nothing is told of a guild without the bot, nor of none', async () => {
  const discord = await localDiscord();
  const { guilds, bot } = discord.world;
  discord.world.leave(guilds.printRoom, bot);
  const path = `/guilds/${guilds.printRoom.id}`;
  expect((await call(discord, 'GET', `${path}/channels`)).body.code).toBe(50001);
  expect((await call(discord, 'GET', `${path}/roles`)).body.code).toBe(50001);
  expect((await call(discord, 'GET', '/guilds/1/roles')).body.code).toBe(10004);
});
