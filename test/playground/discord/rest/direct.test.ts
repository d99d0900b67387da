import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import { discordJsBot } from '../../../support/discord-bots.ts';
import { call, localDiscord } from '../../../support/discord-local.ts';

test('the bot writes to a person directly', async () => {
  const discord = await localDiscord();
  const { member } = discord.world.people;
  const { client } = await discordJsBot(discord, async () => {});
  const user = await client.users.fetch(member.id);
  await user.send('hello');
  const channel = discord.world.directMessages(member);
  expect(discord.messages(channel).map(({ content }) => content)).toEqual(['hello']);
});

test('nobody is written to who is not there, nor the bot itself', async () => {
  const discord = await localDiscord();
  const open = (recipient_id: unknown) =>
    call(discord, 'POST', '/users/@me/channels', { json: { recipient_id } });
  expect((await open('1')).body.code).toBe(10013);
  expect((await open(discord.applicationId)).body.code).toBe(50007);
  expect((await open(null)).body.code).toBe(50035);
});

test('a channel the bot sees is shown to it, and no other', async () => {
  const discord = await localDiscord();
  const { art, sketches } = discord.world.channels;
  discord.world.overwrite(sketches, discord.world.bot, { deny: Permission.ViewChannel });
  const get = (id: string) => call(discord, 'GET', `/channels/${id}`);
  expect((await get(art.id)).body).toMatchObject({ id: art.id, type: 0, name: 'art', nsfw: false });
  const { member } = discord.world.people;
  const direct = discord.world.directMessages(member);
  expect((await get(direct.id)).body).toMatchObject({
    type: 1,
    recipients: [{ id: member.id }],
  });
  expect((await get(sketches.id)).body.code).toBe(50001);
  expect((await get('1')).body.code).toBe(10003);
});
