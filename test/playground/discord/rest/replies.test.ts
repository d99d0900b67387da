import { expect, test } from 'vitest';
import { button, modal, row } from '../../../support/discord-bodies.ts';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

async function withButton() {
  const discord = await registeredDiscord();
  const { people, channels } = discord.world;
  const picture = imagine(discord);
  const data = { content: 'a picture', components: [row(button())] };
  await answer(discord, picture, { type: 4, data });
  const message = picture.original()?.id ?? '';
  const original = async (invocation: typeof picture) => {
    const path = webhook(discord, invocation, '/messages/@original');
    return (await call(discord, 'GET', path, { token: null })).body;
  };
  return { discord, message, original, people, channels, by: people.secondMember };
}

test('a button answered by a deferral shows a reply to its message', async () => {
  const { discord, message, original, by } = await withButton();
  const clicked = discord.click({ message, button: 'Again', by });
  const { body } = await answer(discord, clicked, { type: 5 }, '?with_response=true');
  expect(body).toMatchObject({ interaction: { response_message_loading: true } });
  expect(await original(clicked)).toMatchObject({
    type: 19,
    flags: 128,
    message_reference: { message_id: message },
    referenced_message: { id: message, content: 'a picture' },
    interaction_metadata: {
      id: clicked.id,
      type: 3,
      user: { id: by.id },
      interacted_message_id: message,
    },
  });
  const path = webhook(discord, clicked);
  const more = await call(discord, 'POST', path, { json: { content: 'x' }, token: null });
  expect(more.body).toMatchObject({ id: clicked.original()?.id, referenced_message: {} });
  discord.deleteMessage({ id: message });
  expect(await original(clicked)).toMatchObject({ content: 'x', referenced_message: null });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a modal from a button is answered by a reply to the same message', async () => {
  const { discord, message, original, by } = await withButton();
  const clicked = discord.click({ message, button: 'Again', by });
  await answer(discord, clicked, modal());
  const submitted = discord.submit(clicked, { values: { prompt: 'a fox' } });
  await answer(discord, submitted, { type: 4, data: { content: 'thanks' } });
  expect(await original(submitted)).toMatchObject({
    message_reference: { message_id: message },
    interaction_metadata: {
      id: submitted.id,
      type: 5,
      triggering_interaction_metadata: {
        id: clicked.id,
        type: 3,
        interacted_message_id: message,
      },
    },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('the answer to a menu names whom or what it was opened on', async () => {
  const { discord, message, original, people, channels, by } = await withButton();
  const place = { by, in: channels.art };
  const target = discord.messages(channels.art).find(({ id }) => id === message);
  if (target === undefined) throw new Error('The picture is gone.');
  const onMessage = discord.contextMenu({ ...place, command: 'Report picture', target });
  await answer(discord, onMessage, { type: 4, data: { content: 'reported' } });
  expect(await original(onMessage)).toMatchObject({
    type: 23,
    message_reference: { message_id: message },
    referenced_message: { id: message },
    interaction_metadata: { type: 2, target_message_id: message },
  });
  const onUser = discord.contextMenu({ ...place, command: 'Credits of', target: people.owner });
  await answer(discord, onUser, { type: 4, data: { content: 'many' } });
  const answered = await original(onUser);
  expect(answered).toMatchObject({
    type: 23,
    interaction_metadata: { target_user: { id: people.owner.id } },
  });
  expect(answered).not.toHaveProperty('message_reference');
  expect(discord.traffic.violations()).toEqual([]);
});
