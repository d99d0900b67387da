import { expect, test } from 'vitest';
import { Permission } from '../../../../playground/discord/index.ts';
import { answer, call, imagine, registeredDiscord } from '../../../support/discord-local.ts';
import { button, row } from '../../../support/discord-bodies.ts';

async function sender() {
  const clock = { ms: Date.now() };
  const channelRequests = { limit: 100, windowMs: 1_000 };
  const discord = await registeredDiscord({ channelRequests, now: () => clock.ms });
  const { art, sketches } = discord.world.channels;
  const send = (json: object, channel: { id: string } = art) =>
    call(discord, 'POST', `/channels/${channel.id}/messages`, { json });
  const said = () => discord.messages(art).map(({ content }) => content);
  return { discord, art, sketches, clock, send, said };
}

test('an enforced nonce makes one message, however often it is sent', async () => {
  const { discord, send, said, sketches } = await sender();
  const once = { nonce: 'lost:1', enforce_nonce: true };
  const first = await send({ content: 'hello', ...once });
  expect(first.body).toMatchObject({ content: 'hello', nonce: 'lost:1' });
  const second = await send({ content: 'again', ...once });
  expect([second.status, second.body['id']]).toEqual([200, first.body['id']]);
  expect((await send({ content: 'elsewhere', ...once }, sketches)).body['id']).toBe(
    first.body['id'],
  );
  expect(said()).toEqual(['hello']);
  expect(discord.messages(sketches)).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('a nonce counts for a few minutes, only when it is enforced, and while its message is there', async () => {
  const { discord, send, said, clock } = await sender();
  const once = { nonce: 7, enforce_nonce: true };
  await send({ content: 'one', nonce: '7' });
  await send({ content: 'two', nonce: 7 });
  const three = await send({ content: 'not sent', ...once });
  expect(three.body['content']).toBe('two');
  discord.deleteMessage({ id: String(three.body['id']) });
  await send({ content: 'three', ...once });
  clock.ms += 180_000;
  await send({ content: 'not sent', ...once });
  clock.ms += 1;
  await send({ content: 'four', ...once });
  await send({ content: 'five', nonce: 8, enforce_nonce: true });
  expect(said()).toEqual(['one', 'three', 'four', 'five']);
});

test('a reply names its message, wherever it is read', async () => {
  const { discord, art, send } = await sender();
  const target = await send({ content: 'question' });
  const reference = { message_id: target.body['id'], channel_id: art.id };
  const reply = await send({ content: 'answer', message_reference: reference });
  expect(reply.body).toMatchObject({
    type: 19,
    message_reference: { ...reference, guild_id: art.guildId },
    referenced_message: { content: 'question' },
  });
  const path = `/channels/${art.id}/messages/${String(reply.body['id'])}`;
  expect((await call(discord, 'GET', path)).body).toEqual(reply.body);
  const edited = await call(discord, 'PATCH', path, { json: { content: 'better' } });
  expect(edited.body).toMatchObject({ content: 'better', referenced_message: { type: 0 } });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a reply to what is not there is refused, unless it may be sent as no reply', async () => {
  const { discord, art, sketches, send } = await sender();
  const elsewhere = await send({ content: 'there' }, sketches);
  const secret = imagine(discord);
  await answer(discord, secret, { type: 4, data: { content: 'x', flags: 64 } });
  for (const message_id of ['1', elsewhere.body['id'], secret.original()?.id]) {
    const refused = await send({ content: 'x', message_reference: { message_id } });
    expect([refused.status, refused.body.code]).toEqual([400, 50035]);
    expect(refused.body['errors']).toMatchObject({
      message_reference: { _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' }] },
    });
  }
  const reference = { message_id: '1', fail_if_not_exists: false };
  const sent = await send({ content: 'alone', message_reference: reference });
  expect(sent.body).toMatchObject({ type: 0, content: 'alone' });
  expect(sent.body).not.toHaveProperty('message_reference');
  const forward = { content: 'x', message_reference: { message_id: sent.body['id'], type: 1 } };
  expect((await send(forward)).body.code).toBe(50035);
  discord.world.overwrite(art, discord.world.bot, { deny: Permission.ReadMessageHistory });
  const blind = await send({ content: 'x', message_reference: { message_id: sent.body['id'] } });
  expect([blind.status, blind.body.code]).toEqual([400, 160002]);
});

test('a message mentions only whom it may, and its buttons can be taken away', async () => {
  const { discord, art, send } = await sender();
  const { member, owner } = discord.world.people;
  const sent = await send({
    content: `<@${member.id}> and <@${owner.id}>`,
    allowed_mentions: { parse: [], users: [member.id] },
    components: [row(button())],
  });
  expect(sent.body).toMatchObject({ mentions: [{ id: member.id }], components: [{ type: 1 }] });
  const path = `/channels/${art.id}/messages/${String(sent.body['id'])}`;
  const bare = await call(discord, 'PATCH', path, { json: { content: 'done', components: [] } });
  expect(bare.body).toMatchObject({ content: 'done', components: [] });
  const empty = await call(discord, 'PATCH', path, { json: { content: '' } });
  expect(empty.body.code).toBe(50006);
  expect(discord.traffic.violations()).toEqual([]);
});

test('a thread asks for a permission of its own', async () => {
  const { discord, art, send } = await sender();
  const { artThread, noBots, log } = discord.world.channels;
  const deny = (permission: bigint) =>
    discord.world.overwrite(art, discord.world.bot, { deny: permission });
  const codes = async (...places: { id: string }[]) => {
    const answers = await Promise.all(places.map((place) => send({ content: 'x' }, place)));
    return answers.map(({ body }) => body.code ?? 'sent');
  };
  expect(await codes(art, artThread, log, noBots)).toEqual(['sent', 'sent', 'sent', 50001]);
  deny(Permission.SendMessagesInThreads);
  expect(await codes(art, artThread)).toEqual(['sent', 50013]);
  deny(Permission.SendMessages);
  expect(await codes(art, artThread)).toEqual([50013, 'sent']);
});

test('where the bot may not post it may still answer', async () => {
  const { discord } = await sender();
  const { noBots } = discord.world.channels;
  const invocation = imagine(discord, { in: noBots });
  await answer(discord, invocation, { type: 4, data: { content: 'here' } });
  expect(discord.messages(noBots).map(({ content }) => content)).toEqual(['here']);
  const list = await call(discord, 'GET', `/channels/${noBots.id}/messages`);
  expect([list.status, list.body.code]).toEqual([403, 50001]);
});
