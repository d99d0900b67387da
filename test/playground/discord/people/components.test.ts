import { expect, test } from 'vitest';
import type { Discord, Message } from '../../../../playground/discord/index.ts';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';
import { ready } from '../../../support/discord-socket.ts';

const button = (more: object) => ({ type: 2, style: 1, ...more });
const COMPONENTS = [
  {
    type: 1,
    components: [
      button({ custom_id: 'again', label: 'Again' }),
      button({ custom_id: 'off', label: 'Off', disabled: true }),
      { type: 2, style: 5, label: 'Link', url: 'https://example.com' },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'style',
        max_values: 2,
        options: ['film', 'anime', 'origami'].map((value) => ({ label: value, value })),
      },
    ],
  },
  { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Who' }] },
  {
    type: 1,
    components: [
      { type: 8, custom_id: 'where', channel_types: [0], min_values: 0, max_values: 25 },
    ],
  },
  { type: 1, components: [{ type: 6, custom_id: 'which', min_values: 0, max_values: 2 }] },
];

async function withMessage(flags = 0): Promise<{ discord: Discord; message: Message }> {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  const data = { content: 'x', flags, components: COMPONENTS };
  const { status, body } = await answer(discord, invocation, { type: 4, data });
  if (status !== 204) throw new Error(JSON.stringify(body));
  return { discord, message: await invocation.settled() };
}

test('components are numbered, depth first', async () => {
  const { message } = await withMessage();
  const rows = message.components.map(({ id, components }) => [
    id,
    components?.map((inner) => inner.id),
  ]);
  expect(rows).toEqual([
    [1, [2, 3, 4]],
    [5, [6]],
    [7, [8]],
    [9, [10]],
    [11, [12]],
  ]);
  expect(message.components[1]?.components?.[0]).toMatchObject({ min_values: 1, max_values: 2 });
});

test('a click carries its message and its button', async () => {
  const { discord, message } = await withMessage();
  const { socket } = await ready(discord);
  discord.click({ message: message.id, button: 'Again', by: discord.world.people.owner });
  const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
  expect(d).toMatchObject({
    type: 3,
    message: { id: message.id, content: 'x' },
    data: { component_type: 2, custom_id: 'again', id: 2 },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('a choice carries its values, and the people chosen', async () => {
  const { discord, message } = await withMessage();
  const { socket } = await ready(discord);
  const { member, owner } = discord.world.people;
  discord.select({ message, menu: 'style', values: ['film', 'anime'], by: member });
  discord.select({ message, menu: 'Who', values: [owner], by: member });
  await socket.next(({ s }) => s === 3);
  const [, , styles, people] = socket.received.map(({ d }) => d);
  expect(styles).toMatchObject({ data: { component_type: 3, values: ['film', 'anime'] } });
  expect(people).toMatchObject({
    data: { component_type: 5, values: [owner.id], resolved: { users: { [owner.id]: {} } } },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

test('channels and roles are chosen from menus, also none, and told in resolved', async () => {
  const { discord, message } = await withMessage();
  const { socket } = await ready(discord);
  const { channels, roles, people } = discord.world;
  const { art, sketches, artThread, log } = channels;
  const by = people.member;
  discord.select({ message, menu: 'where', values: [art, sketches], by });
  discord.select({ message, menu: 'which', values: [roles.painters], by });
  discord.select({ message, menu: 'where', values: [], by });
  await socket.next(({ s }) => s === 4);
  const [, , places, titles, nothing] = socket.received.map(({ d }) => d);
  expect(places).toMatchObject({
    data: {
      component_type: 8,
      values: [art.id, sketches.id],
      resolved: { channels: { [art.id]: { name: 'art' }, [sketches.id]: { type: 0 } } },
    },
  });
  expect(titles).toMatchObject({
    data: { component_type: 6, resolved: { roles: { [roles.painters.id]: { name: 'Painters' } } } },
  });
  expect(nothing).toMatchObject({ data: { custom_id: 'where', values: [] } });
  const pick = (menu: string, ...values: (typeof art | typeof roles.painters)[]) => {
    return () => discord.select({ message, menu, values, by });
  };
  expect(pick('where', artThread)).toThrow(/takes no channel like this/);
  expect(pick('where', roles.painters)).toThrow(/takes no role/);
  expect(pick('where', log)).toThrow(/offers Member no such channel/);
  expect(pick('which', roles.painters, roles.managers, roles.moderators)).toThrow(/0 to 2 values/);
  expect(discord.traffic.violations()).toEqual([]);
});

test('nobody presses what is not there, disabled, a link, deleted or not theirs', async () => {
  const { discord, message } = await withMessage();
  const { member } = discord.world.people;
  const click = (name: string) => () => discord.click({ message, button: name, by: member });
  expect(click('Nope')).toThrow(/has no button/);
  expect(click('Off')).toThrow(/is disabled/);
  expect(click('Link')).toThrow(/has no button/);
  const choose =
    (...values: string[]) =>
    () =>
      discord.select({ message, menu: 'style', values, by: member });
  expect(choose()).toThrow(/takes 1 to 2 values/);
  expect(choose('film', 'anime', 'origami')).toThrow(/takes 1 to 2 values/);
  expect(choose('oil')).toThrow(/no option "oil"/);
  discord.deleteMessage(message);
  expect(click('Again')).toThrow(/is gone/);
});

test('an ephemeral message is for its person alone', async () => {
  const { discord, message } = await withMessage(64);
  const { member, owner } = discord.world.people;
  expect(() => discord.click({ message, button: 'Again', by: owner })).toThrow(/Owner cannot see/);
  expect(discord.click({ message, button: 'Again', by: member }).state).toBe('waiting');
});

test('a deferred update changes the message of the component', async () => {
  const { discord, message } = await withMessage();
  const clicked = discord.click({ message, button: 'Again', by: discord.world.people.member });
  await answer(discord, clicked, { type: 6 });
  expect(clicked.state).toBe('deferred');
  const path = webhook(discord, clicked, '/messages/@original');
  await call(discord, 'PATCH', path, { json: { content: 'new', components: [] }, token: null });
  const settled = await clicked.settled();
  expect([settled.id, settled.content, settled.components]).toEqual([message.id, 'new', []]);
});

const MODAL = {
  custom_id: 'edit',
  title: 'Edit',
  components: [
    {
      type: 1,
      components: [
        { type: 4, custom_id: 'prompt', label: 'Prompt', style: 2, max_length: 10, value: 'a fox' },
      ],
    },
    {
      type: 18,
      label: 'Why',
      component: { type: 4, custom_id: 'why', style: 1, required: false },
    },
  ],
};

test('a modal is filled in, with presets kept, and sent with the message it came from', async () => {
  const { discord, message } = await withMessage();
  const { socket } = await ready(discord);
  const clicked = discord.click({ message, button: 'Again', by: discord.world.people.member });
  expect(() => discord.submit(clicked, { values: {} })).toThrow(/no modal is open/);
  await answer(discord, clicked, { type: 9, data: MODAL });
  discord.submit(clicked, { values: { why: 'fun' } });
  const { d } = await socket.next(({ s }) => s === 3);
  expect(d).toMatchObject({
    type: 5,
    message: { id: message.id },
    data: {
      custom_id: 'edit',
      components: [
        { type: 1, components: [{ type: 4, custom_id: 'prompt', value: 'a fox' }] },
        { type: 18, component: { type: 4, custom_id: 'why', value: 'fun' } },
      ],
    },
  });
  const submit = (values: Record<string, string>) => () => discord.submit(clicked, { values });
  expect(submit({ prompt: '' })).toThrow(/"prompt" is required/);
  expect(submit({ prompt: 'x'.repeat(11) })).toThrow(/0 to 10 characters/);
  expect(submit({ colour: 'red' })).toThrow(/no input "colour"/);
  expect(discord.traffic.violations()).toEqual([]);
});
