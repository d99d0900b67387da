import { expect, test } from 'vitest';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const ROWS = [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'again', label: 'Again' }] }];

/** A click on a button of an ephemeral or a public message. */
async function clicked(flags: number) {
  const discord = await registeredDiscord();
  const command = imagine(discord);
  await answer(discord, command, { type: 4, data: { content: 'x', flags, components: ROWS } });
  const message = await command.settled();
  const by = discord.world.people.member;
  return { discord, message, click: discord.click({ message, button: 'Again', by }) };
}

test('a deferral needs no data', async () => {
  const { discord, click } = await clicked(0);
  const command = imagine(discord);
  expect((await answer(discord, command, { type: 5 })).status).toBe(204);
  expect(command.original()?.flags).toBe(128);
  expect((await answer(discord, click, { type: 6 })).status).toBe(204);
  expect(click.state).toBe('deferred');
});

test('a deferral takes flags only: whatever else it says does not show', async () => {
  const { discord } = await clicked(0);
  const command = imagine(discord);
  const data = { content: 'too early', embeds: [{ title: 'x' }] };
  await answer(discord, command, { type: 5, data });
  expect(command.original()).toMatchObject({ content: '', embeds: [], flags: 128 });
});

test.each([
  ['ephemeral', 64, true],
  ['public', 0, false],
])('an update of a message says that it is %s', async (_name, flags, ephemeral) => {
  for (const body of [{ type: 6 }, { type: 7, data: { content: 'new' } }]) {
    const { discord, message, click } = await clicked(flags);
    const answered = await answer(discord, click, body, '?with_response=true');
    expect(answered.body['interaction']).toMatchObject({
      response_message_id: message.id,
      response_message_ephemeral: ephemeral,
      response_message_loading: false,
    });
  }
});

test.each(['true', '1', 'True'])('with_response=%s asks for a body', async (asked) => {
  const discord = await registeredDiscord();
  const data = { content: 'hi' };
  const query = `?with_response=${asked}`;
  expect((await answer(discord, imagine(discord), { type: 4, data }, query)).status).toBe(200);
});

test('an answer that was deleted is gone, and a follow-up is edited and deleted by its id', async () => {
  const discord = await registeredDiscord({ webhookRequests: { limit: 99, windowMs: 1_000 } });
  const command = imagine(discord);
  await answer(discord, command, { type: 4, data: { content: 'x' } });
  const send = (method: string, rest: string, json?: object) =>
    call(discord, method, webhook(discord, command, rest), {
      token: null,
      ...(json === undefined ? {} : { json }),
    });
  expect((await send('GET', '/messages/@original')).body['content']).toBe('x');
  const followUp = await send('POST', '', { content: 'more' });
  const byId = `/messages/${String(followUp.body['id'])}`;
  expect((await send('PATCH', byId, { content: 'less' })).body['content']).toBe('less');
  expect((await send('DELETE', '/messages/@original')).status).toBe(204);
  expect((await send('PATCH', '/messages/@original', { content: 'y' })).body.code).toBe(10008);
  expect((await send('DELETE', byId)).status).toBe(204);
});
