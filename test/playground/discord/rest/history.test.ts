import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import {
  answer,
  call,
  imagine,
  type localDiscord,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

type Listed = { readonly id: string; readonly [key: string]: unknown };

async function inArt(options: Parameters<typeof localDiscord>[0] = {}) {
  const discord = await registeredDiscord({
    channelRequests: { limit: 100, windowMs: 1_000 },
    ...options,
  });
  const { art } = discord.world.channels;
  const path = `/channels/${art.id}/messages`;
  const post = async (content: string): Promise<string> =>
    String((await call(discord, 'POST', path, { json: { content } })).body['id']);
  const list = async (query = '') => {
    const { status, body } = await call(discord, 'GET', path + query);
    return { status, body, messages: body as unknown as readonly Listed[] };
  };
  return { discord, art, path, post, list };
}

test('messages are listed newest first, from where they are asked for', async () => {
  const { discord, post, list } = await inArt();
  const ids: string[] = [];
  for (const word of ['one', 'two', 'three', 'four']) ids.push(await post(word));
  const said = async (query: string) => (await list(query)).messages.map(({ content }) => content);
  expect(await said('')).toEqual(['four', 'three', 'two', 'one']);
  expect(await said('?limit=1')).toEqual(['four']);
  expect(await said(`?before=${ids[2]}&limit=1`)).toEqual(['two']);
  expect(await said(`?after=${ids[0]}&limit=2`)).toEqual(['three', 'two']);
  expect(await said(`?around=${ids[1]}&limit=3`)).toEqual(['three', 'two', 'one']);
  expect(discord.traffic.violations()).toEqual([]);
});

test('fifty messages are listed unless more are asked for, and a hundred at most', async () => {
  const { post, list } = await inArt({ botRequests: { limit: 500, windowMs: 1_000 } });
  for (let n = 0; n < 60; n += 1) await post(`${n}`);
  expect((await list()).messages).toHaveLength(50);
  expect((await list('?limit=100')).messages).toHaveLength(60);
});

test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'before=x', 'before=1&after=2'])(
  'a list asked for with %s is refused with 50035',
  async (query) => {
    const { discord, list } = await inArt();
    const { status, body } = await list(`?${query}`);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(discord.traffic.violations()).toHaveLength(1);
  },
);

test('without View Channel the list is refused, without Read Message History it is empty', async () => {
  const { discord, art, post, list } = await inArt();
  await post('hello');
  const deny = (permission: bigint) =>
    discord.world.overwrite(art, discord.world.bot, { deny: permission });
  deny(Permission.ReadMessageHistory);
  expect(await list()).toMatchObject({ status: 200, messages: [] });
  deny(Permission.ViewChannel);
  expect(await list()).toMatchObject({ status: 403, body: { code: 50001 } });
  const nowhere = await call(discord, 'GET', '/channels/1/messages');
  expect([nowhere.status, nowhere.body.code]).toEqual([404, 10003]);
  expect((await call(discord, 'GET', '/channels/1/messages', { token: null })).status).toBe(401);
});

test('what answers an interaction is listed while it loads, but not what one person sees', async () => {
  const { discord, list } = await inArt();
  const { member } = discord.world.people;
  const waiting = imagine(discord);
  await answer(discord, waiting, { type: 5 });
  const secret = imagine(discord);
  await answer(discord, secret, { type: 5, data: { flags: 64 } });
  const { messages } = await list();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    id: waiting.original()?.id,
    flags: 128,
    interaction_metadata: {
      id: waiting.id,
      type: 2,
      user: { id: member.id },
      authorizing_integration_owners: { 0: discord.world.guilds.studio.id },
    },
  });
  expect(messages[0]?.['interaction_metadata']).not.toHaveProperty('original_response_message_id');
  expect(discord.traffic.violations()).toEqual([]);
});

test('a follow-up names the original answer and replies to it', async () => {
  const { discord, list } = await inArt();
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 4, data: { content: 'first' } });
  const path = webhook(discord, invocation);
  const sent = await call(discord, 'POST', path, { json: { content: 'more' }, token: null });
  const original = invocation.original()?.id;
  const expected = {
    type: 19,
    message_reference: { message_id: original },
    referenced_message: { id: original, content: 'first' },
    interaction_metadata: { id: invocation.id, original_response_message_id: original },
  };
  expect(sent.body).toMatchObject(expected);
  expect((await list()).messages[0]).toMatchObject(expected);
  discord.deleteMessage({ id: original ?? '' });
  expect((await list()).messages).toMatchObject([{ content: 'more', referenced_message: null }]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('a public follow-up to what one person sees does not show it to others', async () => {
  const { discord, list } = await inArt();
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 4, data: { content: 'secret', flags: 64 } });
  const path = webhook(discord, invocation);
  const send = async (json: object) =>
    (await call(discord, 'POST', path, { json, token: null })).body['referenced_message'];
  expect(await send({ content: 'more' })).toBeNull();
  expect(await send({ content: 'more', flags: 64 })).toMatchObject({ content: 'secret' });
  expect((await list()).messages).toMatchObject([{ content: 'more', referenced_message: null }]);
});
