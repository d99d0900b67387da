import { expect, it } from 'vitest';
import type { Action } from '../../../../playground/page/contract.ts';
import { act, answering, openApi } from '../../../support/page-api.ts';
import { registerLimits } from '../../../support/discord-options.ts';
import { pageStream } from '../../../support/page-stream.ts';

type Filled = Extract<Action, { kind: 'use' }>['options'];

async function limiting() {
  const { discord } = await openApi();
  await registerLimits(discord);
  const { people, channels } = discord.world;
  const order = {
    kind: 'use',
    as: people.manager.id,
    channel: channels.art.id,
    command: 'limits set budget',
  } as const;
  return { discord, order, ...discord.world };
}

it('the page sends roles, channels, threads and people by their ids', async () => {
  const { discord, order, roles, channels, people } = await limiting();
  const { sent } = await answering(discord, () => ({ type: 4, data: { content: 'ok' } }));
  const options = {
    credits: 10,
    role: { id: roles.painters.id },
    channel: { id: channels.log.id },
    thread: { id: channels.artThread.id },
    member: { id: people.painter.id },
  };
  expect(await act(discord, { ...order, options })).toEqual({ kind: 'done' });
  const filled = Object.entries(options).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? value.id : value,
  }));
  expect(sent[0]?.data).toMatchObject({
    name: 'limits',
    options: [{ name: 'set', type: 2, options: [{ name: 'budget', type: 1, options: filled }] }],
    resolved: {
      roles: { [roles.painters.id]: { name: 'Painters' } },
      channels: {
        [channels.log.id]: { type: 0 },
        [channels.artThread.id]: { type: 11, parent_id: channels.art.id },
      },
      users: { [people.painter.id]: {} },
      members: { [people.painter.id]: { roles: [roles.painters.id] } },
    },
  });
  expect(discord.traffic.violations()).toEqual([]);
});

it('the page is refused what Discord would not send', async () => {
  const { discord, order, channels } = await limiting();
  const send = (options: Filled, as = order.as) => act(discord, { ...order, as, options });
  await expect(send({ credits: 2_000 })).rejects.toThrow(/takes 0 to 1000/);
  await expect(send({})).rejects.toThrow(/"credits" is required/);
  await expect(send({ credits: 1, thread: { id: channels.art.id } })).rejects.toThrow(
    /takes no channel/,
  );
  const { member } = discord.world.people;
  await expect(send({ credits: 1 }, member.id)).rejects.toThrow(/not offered to Member/);
});

it('what was used on a message is not shown as a reply to it', async () => {
  const { discord, origin } = await openApi();
  const { member, art } = { ...discord.world.people, ...discord.world.channels };
  const place = { as: member.id, channel: art.id };
  await answering(
    discord,
    () => ({ type: 4, data: { content: 'picture' } }),
    () => ({ type: 4, data: { content: 'reported' } }),
  );
  const stream = await pageStream(origin, member.id);
  const options = { prompt: 'x' };
  await act(discord, { kind: 'use', ...place, command: 'imagine', options });
  const { id: message } = await stream.message(({ content }) => content === 'picture');
  await act(discord, { kind: 'message-menu', ...place, command: 'Report picture', message });
  expect(await stream.message(({ content }) => content === 'reported')).toMatchObject({
    replyTo: null,
    asked: { command: 'Report picture', name: 'Member' },
  });
});
