import { Events } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { type AskedIn, watchAskedIn } from '../../src/discord/asked-in.ts';
import { createClient, login } from '../../src/discord/client.ts';
import { ask, edgeDiscord } from '../support/edge-discord.ts';
import { listeningLog } from '../support/edge-log.ts';

type Ask = Parameters<typeof ask>[1];

const MEMBER = {
  user: { id: '300000000000000001', username: 'member', discriminator: '0', avatar: null },
  roles: [],
  permissions: '0',
};

const joined = (text: unknown) => () => ({ raw: { member: { ...MEMBER, joined_at: text } } });

/** The id of that number. */
const id = (n: number) => String(10n ** 17n + BigInt(n));

/** What interactions in a local Discord are said to count for. */
async function scene() {
  const discord = await edgeDiscord();
  const client = createClient(discord.apiUrl, listeningLog().log);
  onTestFinished(() => client.destroy());
  const askedIn = watchAskedIn(client);
  await login(client, discord.token);
  const heard = (more: (world: typeof discord.world) => Ask) => {
    const { promise, resolve } = Promise.withResolvers<AskedIn>();
    client.once(Events.InteractionCreate, (interaction) => resolve(askedIn(interaction)));
    ask(discord, more(discord.world));
    return promise;
  };
  return { discord, heard };
}

it('counts for the channel and for every role of the member', async () => {
  const { discord, heard } = await scene();
  const { guilds, channels, people } = discord.world;
  const first = discord.world.addRole(guilds.studio, 'Painters', 0n);
  const second = discord.world.addRole(guilds.studio, 'Night owls', 0n);
  const by = discord.world.addPerson('Painter');
  discord.world.join(guilds.studio, by, first, second);
  expect(await heard(() => ({ by }))).toEqual({
    channelId: channels.art.id,
    roleIds: [first.id, second.id],
    isAgeRestricted: false,
    joinedAt: expect.any(Number),
  });
  expect(await heard(() => ({ by: people.secondMember }))).toMatchObject({ roleIds: [] });
});

it('counts for the channel of a thread, of which Discord does not say whether it is age-restricted', async () => {
  const { discord, heard } = await scene();
  const { afterDark } = discord.world.channels;
  const thread = discord.world.addThread(afterDark, 'Foxes');
  expect(await heard(() => ({ in: thread }))).toMatchObject({
    channelId: afterDark.id,
    isAgeRestricted: null,
  });
  const raw = { channel: { id: thread.id, type: 11, parent_id: afterDark.id, nsfw: false } };
  expect(await heard(() => ({ raw }))).toMatchObject({ isAgeRestricted: null });
});

it('knows whether a channel is age-restricted, as far as Discord says', async () => {
  const { discord, heard } = await scene();
  const { art, afterDark } = discord.world.channels;
  expect(await heard(() => ({ in: afterDark }))).toMatchObject({ isAgeRestricted: true });
  const raw = { channel: { id: art.id, type: 0 } };
  expect(await heard(() => ({ raw }))).toMatchObject({ isAgeRestricted: null });
});

it('knows when a member joined', async () => {
  const { heard } = await scene();
  const joinedAt = Date.UTC(2026, 10, 1, 12);
  expect(await heard(joined('2026-11-01T12:00:00.000000+00:00'))).toMatchObject({ joinedAt });
  expect(await heard(joined('yesterday'))).toMatchObject({ joinedAt: null });
});

it('does not take a channel’s category for its channel', async () => {
  const { discord, heard } = await scene();
  const { art } = discord.world.channels;
  const category = discord.world.guilds.studio.id;
  const raw = { channel: { id: art.id, type: 0, parent_id: category } };
  expect(await heard(() => ({ raw }))).toMatchObject({ channelId: art.id });
});

it('counts for no role outside a server', async () => {
  const { discord, heard } = await scene();
  const { art } = discord.world.channels;
  const raw = { guild_id: undefined, member: undefined, user: { id: '300000000000000001' } };
  expect(await heard(() => ({ raw }))).toMatchObject({
    channelId: art.id,
    roleIds: [],
    joinedAt: null,
  });
});

it('forgets none of a thousand that wait to be answered', async () => {
  const client = createClient('http://127.0.0.1:1/api', listeningLog().log);
  const askedIn = watchAskedIn(client);
  for (let n = 0; n < 1_001; n += 1) {
    const event = { id: id(n), channel: { id: id(1), type: 0 }, member: { roles: [id(2)] } };
    client.ws.emit('INTERACTION_CREATE', event);
  }
  expect(askedIn({ id: id(1), channelId: null }).roleIds).toEqual([id(2)]);
  expect(askedIn({ id: id(0), channelId: null })).toEqual({
    channelId: null,
    roleIds: [],
    isAgeRestricted: null,
    joinedAt: null,
  });
});
