import { expect, test } from 'vitest';
import type { Discord, Invocation } from '../../../../playground/discord/index.ts';
import { Permission } from '../../../../playground/discord/index.ts';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const ORIGINAL = '/messages/@original';

async function deferred(
  options: Parameters<typeof registeredDiscord>[0] = {},
  flags = 0,
  more: Parameters<typeof imagine>[1] = {},
): Promise<{ discord: Discord; invocation: Invocation }> {
  const discord = await registeredDiscord(options);
  const invocation = imagine(discord, more);
  await answer(discord, invocation, { type: 5, data: { flags } });
  return { discord, invocation };
}

const send = (
  discord: Discord,
  method: string,
  invocation: Invocation,
  rest: string,
  json?: object,
) =>
  call(discord, method, webhook(discord, invocation, rest), {
    token: null,
    ...(method === 'GET' ? {} : { json }),
  });

test('an edit fills the loading message', async () => {
  const { discord, invocation } = await deferred();
  expect(invocation.original()?.flags).toBe(128);
  const { status, body } = await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' });
  expect([status, body['content'], body['flags']]).toEqual([200, 'done', 0]);
  expect((await invocation.settled()).content).toBe('done');
  expect((await send(discord, 'GET', invocation, '/messages/%40original')).body).toEqual(body);
  expect((await send(discord, 'GET', invocation, `/messages/${String(body['id'])}`)).body).toEqual(
    body,
  );
});

test('a deferral fixes whether the answer is ephemeral; a follow-up says so itself', async () => {
  const { discord, invocation } = await deferred({}, 64);
  await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' });
  expect(invocation.original()?.flags).toBe(64);
  const open = await send(discord, 'POST', invocation, '', { content: 'for all' });
  expect(open.body['flags']).toBe(0);
  const { channels, people } = discord.world;
  const seenBy = (viewer?: { id: string }) => discord.messages(channels.art, viewer).length;
  expect([seenBy(), seenBy(people.member), seenBy(people.owner)]).toEqual([1, 2, 1]);
});

test('the first follow-up after a deferral fills the loading message', async () => {
  const { discord, invocation } = await deferred();
  await send(discord, 'POST', invocation, '', { content: 'done' });
  expect(invocation.followUps).toEqual([]);
  expect((await invocation.settled()).content).toBe('done');
});

test('before the first answer there is no webhook: 10015', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const { status, body } = await send(discord, method, invocation, ORIGINAL, { content: 'x' });
    expect([status, body.code]).toEqual([404, 10015]);
  }
  const other = { ...invocation, token: 'unknown' };
  expect((await send(discord, 'GET', other, ORIGINAL)).body.code).toBe(10015);
});

test('after its lifetime a token is refused with 401 and 50027', async () => {
  let time = Date.now();
  const { discord, invocation } = await deferred({ now: () => time });
  time += 900_001;
  const { status, body } = await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'x' });
  expect([status, body.code]).toEqual([401, 50027]);
});

test('a deleted message is refused with 10008', async () => {
  const { discord, invocation } = await deferred();
  const edited = await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' });
  expect(discord.deleteMessage({ id: String(edited.body['id']) })).toBe(true);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const { status, body } = await send(discord, method, invocation, ORIGINAL, { content: 'x' });
    expect([status, body.code]).toEqual([404, 10008]);
  }
  const strange = await send(discord, 'GET', invocation, '/messages/123456789012345678');
  expect(strange.body.code).toBe(10008);
});

test('a token gives no access to the messages of another interaction', async () => {
  const { discord, invocation } = await deferred();
  const other = imagine(discord);
  await answer(discord, other, { type: 4, data: { content: 'x' } });
  const theirs = await send(discord, 'GET', invocation, `/messages/${other.original()?.id}`);
  expect(theirs.body.code).toBe(10008);
});

test('the bot deletes its answer', async () => {
  const { discord, invocation } = await deferred();
  expect((await send(discord, 'DELETE', invocation, ORIGINAL)).status).toBe(204);
  expect(invocation.original()).toBeUndefined();
  expect(invocation.state).toBe('answered');
});

test('a message with nothing to see is refused with 50006', async () => {
  const { discord, invocation } = await deferred();
  const empty = await send(discord, 'PATCH', invocation, ORIGINAL, { content: ' ' });
  expect([empty.status, empty.body.code]).toEqual([400, 50006]);
  await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' });
  expect((await send(discord, 'POST', invocation, '', {})).body.code).toBe(50006);
  expect((await send(discord, 'PATCH', invocation, ORIGINAL, { content: null })).body.code).toBe(
    50006,
  );
});

test('a file over the limit is refused with 413 and 40005', async () => {
  const { discord, invocation } = await deferred({ attachmentSizeLimit: 100 });
  const upload = (size: number) =>
    call(discord, 'PATCH', webhook(discord, invocation, ORIGINAL), {
      token: null,
      json: {},
      files: [{ index: 0, name: 'a.png', bytes: new Uint8Array(size) }],
    });
  expect((await upload(100)).status).toBe(200);
  const { status, body } = await upload(101);
  expect([status, body.code]).toEqual([413, 40005]);
});

test('a request over the limit is refused with 413, whatever its format', async () => {
  const { discord, invocation } = await deferred({ requestSizeLimit: 4_000 });
  const json = await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'x'.repeat(4_001) });
  expect([json.status, json.body.code]).toEqual([413, 40005]);
  const files = [0, 1].map((index) => ({
    index,
    name: `${index}.png`,
    bytes: new Uint8Array(2_001),
  }));
  const path = webhook(discord, invocation, ORIGINAL);
  const multipart = await call(discord, 'PATCH', path, { json: {}, files, token: null });
  expect([multipart.status, multipart.body.code]).toEqual([413, 40005]);

  const form = new FormData();
  for (const { index, bytes, name } of files)
    form.append(`files[${index}]`, new Blob([bytes]), name);
  const { body, headers } = new Response(form);
  const chunked = { method: 'PATCH', body, headers, duplex: 'half' } as const;
  expect((await fetch(`${discord.apiUrl}${path}`, chunked)).status).toBe(413);
});

test('a user-installed application may follow up five times', async () => {
  const { discord, invocation } = await deferred(
    { webhookRequests: { limit: 99, windowMs: 1_000 } },
    0,
    {
      userInstalled: true,
    },
  );
  await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' });
  const codes: unknown[] = [];
  for (let count = 0; count < 6; count += 1) {
    codes.push((await send(discord, 'POST', invocation, '', { content: 'more' })).body.code);
  }
  expect(codes).toEqual([undefined, undefined, undefined, undefined, undefined, 40094]);
});

test('an answer works in a channel the bot may not write to', async () => {
  const { discord, invocation } = await deferred();
  discord.world.overwrite(discord.world.channels.art, discord.world.bot, {
    deny: Permission.SendMessages,
  });
  expect((await send(discord, 'PATCH', invocation, ORIGINAL, { content: 'done' })).status).toBe(
    200,
  );
});

test('broken JSON is refused with 50109, and a message of a wrong shape with 50035', async () => {
  const { discord, invocation } = await deferred();
  const url = `${discord.apiUrl}${webhook(discord, invocation, ORIGINAL)}`;
  const headers = { 'content-type': 'application/json' };
  const broken = await fetch(url, { method: 'PATCH', headers, body: '{"content":' });
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 50109 }]);
  const wrong = await send(discord, 'PATCH', invocation, ORIGINAL, { content: 7 });
  expect([wrong.status, wrong.body.code]).toEqual([400, 50035]);
});

test('only users a message may mention are mentioned', async () => {
  const { discord, invocation } = await deferred();
  const { member, owner } = discord.world.people;
  const content = `<@${member.id}> and <@${owner.id}>`;
  const mentions = async (allowed_mentions?: object) => {
    const { body } = await send(discord, 'PATCH', invocation, ORIGINAL, {
      content,
      allowed_mentions,
    });
    return (body['mentions'] as { id: string }[]).map(({ id }) => id);
  };
  expect(await mentions()).toEqual([member.id, owner.id]);
  expect(await mentions({ parse: [] })).toEqual([]);
  expect(await mentions({ parse: [], users: [owner.id] })).toEqual([owner.id]);
});

test('a channel that is deleted takes the messages in it along', async () => {
  const { discord, invocation } = await deferred();
  discord.world.removeChannel(discord.world.channels.art);
  const content = { content: 'late' };
  for (const [method, rest] of [
    ['GET', ORIGINAL],
    ['PATCH', ORIGINAL],
    ['POST', ''],
  ] as const) {
    const { status, body } = await send(discord, method, invocation, rest, content);
    expect([status, body['code']]).toEqual([404, 10003]);
  }
});
