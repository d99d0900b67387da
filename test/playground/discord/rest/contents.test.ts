import { expect, test } from 'vitest';
import type { Discord, Invocation } from '../../../../playground/discord/index.ts';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const ROWS = [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'A' }] }];
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4_096;
const BOTH = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;

type Send = (json: object, method?: string, rest?: string) => ReturnType<typeof call>;

async function answered(): Promise<{ discord: Discord; invocation: Invocation; send: Send }> {
  const discord = await registeredDiscord({ webhookRequests: { limit: 99, windowMs: 1_000 } });
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 4, data: { content: 'x', flags: BOTH } });
  const send: Send = (json, method = 'PATCH', rest = '/messages/@original') =>
    call(discord, method, webhook(discord, invocation, rest), { json, token: null });
  return { discord, invocation, send };
}

test('components alone make a message, in an answer, an edit, a follow-up and a channel', async () => {
  const { discord, send } = await answered();
  const only = { components: ROWS };
  expect((await answer(discord, imagine(discord), { type: 4, data: only })).status).toBe(204);
  expect((await send({ content: null, ...only })).status).toBe(200);
  expect((await send(only, 'POST', '')).status).toBe(200);
  const { art } = discord.world.channels;
  expect((await call(discord, 'POST', `/channels/${art.id}/messages`, { json: only })).status).toBe(
    200,
  );
});

test('an edit that takes the last thing away is refused with 50006', async () => {
  const { send } = await answered();
  expect((await send({ content: '', components: ROWS })).status).toBe(200);
  expect((await send({ components: [] })).body.code).toBe(50006);
  expect((await send({ components: null })).body.code).toBe(50006);
  expect((await send({ content: 'y', components: [] })).status).toBe(200);
});

test('an edit that leaves the content out leaves it there', async () => {
  const { send } = await answered();
  for (const json of [{ embeds: [] }, { components: null }, { attachments: [] }])
    expect(await send(json)).toMatchObject({ status: 200, body: { content: 'x' } });
});

test('an empty first answer is refused with 50006', async () => {
  const { discord } = await answered();
  for (const data of [{}, { content: '  ' }, { embeds: [] }]) {
    const { status, body } = await answer(discord, imagine(discord), { type: 4, data });
    expect([status, body.code]).toEqual([400, 50006]);
  }
});

test('a message keeps the flags it is sent with', async () => {
  const { discord, invocation, send } = await answered();
  expect(invocation.original()?.flags).toBe(BOTH);
  expect((await send({ content: 'more', flags: 64 | BOTH }, 'POST', '')).body['flags']).toBe(
    64 | BOTH,
  );
  const path = `/channels/${discord.world.channels.art.id}/messages`;
  const posted = await call(discord, 'POST', path, { json: { content: 'x', flags: BOTH } });
  expect(posted.body['flags']).toBe(BOTH);
  const one = `${path}/${String(posted.body['id'])}`;
  const edited = await call(discord, 'PATCH', one, { json: { content: 'y' } });
  expect(edited.body['flags']).toBe(BOTH);
});

test('an edit shows embeds again or hides them, and changes no other flag', async () => {
  const { send } = await answered();
  const flags = async (given?: number) =>
    (await send({ content: 'x', ...(given === undefined ? {} : { flags: given }) })).body['flags'];
  expect(await flags()).toBe(BOTH);
  expect(await flags(0)).toBe(SUPPRESS_NOTIFICATIONS);
  expect(await flags(SUPPRESS_EMBEDS)).toBe(BOTH);
});
