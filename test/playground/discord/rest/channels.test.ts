import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import { call, localDiscord, pngHeader } from '../../../support/discord-local.ts';

async function inArt(deny = 0n) {
  const discord = await localDiscord();
  const { art } = discord.world.channels;
  discord.world.overwrite(art, discord.world.bot, { deny });
  return { discord, art, path: `/channels/${art.id}/messages` };
}

test('the bot posts, reads, edits and deletes its message', async () => {
  const { discord, art, path } = await inArt();
  const files = [{ index: 0, name: 'a.png', bytes: pngHeader(1, 1) }];
  const posted = await call(discord, 'POST', path, { json: { content: 'hello' }, files });
  expect(posted.body).toMatchObject({ content: 'hello', attachments: [{ filename: 'a.png' }] });
  const one = `${path}/${String(posted.body['id'])}`;
  expect((await call(discord, 'GET', one)).body).toEqual(posted.body);
  const edited = await call(discord, 'PATCH', one, { json: { content: 'changed' } });
  expect(edited.body).toMatchObject({ content: 'changed', attachments: [{ filename: 'a.png' }] });
  expect(edited.body['edited_timestamp']).not.toBeNull();
  expect(discord.messages(art).map(({ content }) => content)).toEqual(['changed']);
  expect((await call(discord, 'DELETE', one)).status).toBe(204);
  expect((await call(discord, 'GET', one)).body.code).toBe(10008);
  expect(discord.traffic.violations()).toEqual([]);
});

test('an empty message is refused with 50006', async () => {
  const { discord, path } = await inArt();
  expect((await call(discord, 'POST', path, { json: { content: '' } })).body.code).toBe(50006);
});

test('a channel the bot cannot see is refused with 50001', async () => {
  const { discord, path } = await inArt(Permission.ViewChannel);
  const { status, body } = await call(discord, 'POST', path, { json: { content: 'x' } });
  expect([status, body.code]).toEqual([403, 50001]);
});

test('a channel the bot may not write to is refused with 50013', async () => {
  const { discord, path } = await inArt(Permission.SendMessages);
  const { status, body } = await call(discord, 'POST', path, { json: { content: 'x' } });
  expect([status, body.code]).toEqual([403, 50013]);
});

test('without Attach Files only the text goes through', async () => {
  const { discord, path } = await inArt(Permission.AttachFiles);
  const files = [{ index: 0, name: 'a.png', bytes: pngHeader(1, 1) }];
  expect((await call(discord, 'POST', path, { json: {}, files })).body.code).toBe(50013);
  expect((await call(discord, 'POST', path, { json: { content: 'x' } })).status).toBe(200);
});

test('without Read Message History nothing is read', async () => {
  const { discord, path } = await inArt(Permission.ReadMessageHistory);
  const { body } = await call(discord, 'POST', path, { json: { content: 'x' } });
  expect((await call(discord, 'GET', `${path}/${String(body['id'])}`)).body.code).toBe(50013);
});

test('a guild the bot left and a channel that is not are refused', async () => {
  const { discord, path } = await inArt();
  discord.world.leave(discord.world.guilds.studio, discord.world.bot);
  expect((await call(discord, 'POST', path, { json: { content: 'x' } })).body.code).toBe(50001);
  const nowhere = await call(discord, 'POST', '/channels/1/messages', { json: { content: 'x' } });
  expect(nowhere.body.code).toBe(10003);
});

test('a direct message needs no permission', async () => {
  const discord = await localDiscord();
  const direct = discord.world.directMessages(discord.world.people.member);
  const path = `/channels/${direct.id}/messages`;
  expect((await call(discord, 'POST', path, { json: { content: 'x' } })).status).toBe(200);
});
