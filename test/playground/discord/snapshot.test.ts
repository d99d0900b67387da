import { expect, test } from 'vitest';
import { ForeignWorldError, type Saved } from '../../../playground/discord/index.ts';
import { localDiscord } from '../../support/discord-local.ts';

type Channels = Saved['snapshot']['channels'];

async function restarted(change: (channels: Channels) => Channels) {
  const first = await localDiscord();
  first.world.directMessages(first.world.people.member);
  const snapshot = first.snapshot();
  const saved = {
    snapshot: { ...snapshot, channels: change(snapshot.channels) },
    bytes: new Map<string, Buffer>(),
  };
  return { first, again: localDiscord({ saved }) };
}

const without =
  (...names: string[]) =>
  (channels: Channels): Channels =>
    Object.fromEntries(Object.entries(channels).filter(([name]) => !names.includes(name)));

test('a world goes on with the ids it had, and with the channels it had not', async () => {
  const { first, again } = await restarted(without('log', 'no-bots', 'critique'));
  const { channels, people, roles } = (await again).world;
  expect(channels.log.id).toBe(first.world.channels.log.id);
  expect(channels.art.id).toBe(first.world.channels.art.id);
  expect(people.painter.id).toBe(first.world.people.painter.id);
  expect(roles.painters.id).toBe(first.world.roles.painters.id);
});

test.each<[string, (channels: Channels) => Channels]>([
  ['another id', ({ art: _art, ...others }) => ({ ...others, art: '1' })],
  ['another name', ({ art, ...others }) => ({ ...others, paint: art ?? '' })],
])('a world whose channel has %s is refused', async (_what, change) => {
  const { again } = await restarted(change);
  await expect(again).rejects.toThrow(ForeignWorldError);
});
