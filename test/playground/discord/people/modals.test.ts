import { expect, test } from 'vitest';
import type { Discord } from '../../../../playground/discord/index.ts';
import { answer, imagine, registeredDiscord } from '../../../support/discord-local.ts';
import { ready } from '../../../support/discord-socket.ts';

const label = (component: object) => ({ type: 18, label: 'Label', component });
const choice = (value: string, more: object = {}) => ({ label: value, value, ...more });
const STYLE = {
  type: 3,
  custom_id: 'style',
  options: [choice('film'), choice('anime', { default: true })],
};

async function opened(...components: object[]) {
  const discord = await registeredDiscord();
  const opener = imagine(discord);
  const data = { custom_id: 'm', title: 'M', components: components.map(label) };
  const { status, body } = await answer(discord, opener, { type: 9, data });
  if (status !== 204) throw new Error(JSON.stringify(body));
  const submit = (values: Parameters<Discord['submit']>[1]['values']) =>
    discord.submit(opener, { values });
  const sent = async (values: Parameters<typeof submit>[0]) => {
    const { socket } = await ready(discord);
    submit(values);
    const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
    expect(discord.traffic.violations()).toEqual([]);
    return (d as { data: object }).data;
  };
  return { discord, submit, sent };
}

test('a menu of a modal sends what was chosen', async () => {
  const { sent } = await opened(STYLE);
  expect(await sent({ style: ['film'] })).toMatchObject({
    components: [{ type: 18, component: { type: 3, custom_id: 'style', values: ['film'] } }],
  });
});

test('a menu left alone sends its defaults, and one that need not be filled nothing', async () => {
  const optional = { type: 5, custom_id: 'who', required: false };
  const { sent } = await opened(STYLE, optional);
  expect(await sent({})).toMatchObject({
    components: [
      { component: { custom_id: 'style', values: ['anime'] } },
      { component: { type: 5, custom_id: 'who', values: [] } },
    ],
  });
});

test('people, channels and roles chosen are resolved', async () => {
  const { discord, sent } = await opened(
    { type: 5, custom_id: 'who' },
    { type: 8, custom_id: 'where' },
    { type: 6, custom_id: 'as' },
  );
  const { people, channels, roles } = discord.world;
  const values = { who: [people.owner], where: [channels.art], as: [roles.managers] };
  expect(await sent(values)).toMatchObject({
    components: [
      { component: { custom_id: 'who', values: [people.owner.id] } },
      { component: { custom_id: 'where', values: [channels.art.id] } },
      { component: { custom_id: 'as', values: [roles.managers.id] } },
    ],
    resolved: {
      users: { [people.owner.id]: { global_name: 'Owner' } },
      members: { [people.owner.id]: { roles: [] } },
      channels: { [channels.art.id]: { name: 'art' } },
      roles: { [roles.managers.id]: { name: 'Managers' } },
    },
  });
});

test('a choice that is not to be had is not sent', async () => {
  const { discord, submit } = await opened(
    { ...STYLE, options: [choice('film'), choice('anime')] },
    { type: 5, custom_id: 'who', required: false },
  );
  const { channels } = discord.world;
  expect(() => submit({})).toThrow(/"style" is required/);
  expect(() => submit({ style: ['oil'] })).toThrow(/no option "oil"/);
  expect(() => submit({ style: ['film', 'anime'] })).toThrow(/takes 1 to 1/);
  expect(() => submit({ style: 'film' })).toThrow(/takes a list/);
  expect(() => submit({ style: ['film'], who: [channels.art] })).toThrow(/takes no channel/);
});
