import { ChannelType, type ChatInputCommandInteraction, type Interaction } from 'discord.js';
import { expect, test } from 'vitest';
import { discordJsBot } from '../../support/discord-bots.ts';
import { localDiscord } from '../../support/discord-local.ts';
import { registerLimits, setBudget } from '../../support/discord-options.ts';

const TEXT = [ChannelType.GuildText, ChannelType.PublicThread] as const;

/** What discord.js reads of the options, by name. */
const read = ({ options }: ChatInputCommandInteraction) => ({
  path: [options.getSubcommandGroup(), options.getSubcommand()],
  credits: options.getInteger('credits', true),
  role: options.getRole('role')?.id,
  roleName: options.getRole('role')?.name,
  channel: options.getChannel('channel', false, TEXT)?.id,
  thread: options.getChannel('thread', false, [ChannelType.PublicThread])?.id,
  member: options.getUser('member')?.id,
  anyone: (options.getMentionable('anyone') as { id: string } | null)?.id,
});

async function reading() {
  const discord = await localDiscord();
  const seen: unknown[] = [];
  const { errors } = await discordJsBot(discord, async (interaction: Interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen.push(read(interaction));
    await interaction.reply('ok');
  });
  await registerLimits(discord);
  return { discord, seen, errors, ...discord.world };
}

test('discord.js reads subcommands, roles, channels, threads and people', async () => {
  const { discord, seen, errors, roles, channels, people } = await reading();
  const options = {
    credits: 700,
    role: roles.painters,
    channel: channels.log,
    thread: channels.artThread,
    member: people.painter,
    anyone: roles.moderators,
  };
  await setBudget(discord, options).settled();
  expect(errors).toEqual([]);
  expect(seen).toEqual([
    {
      path: ['set', 'budget'],
      credits: 700,
      role: roles.painters.id,
      roleName: 'Painters',
      channel: channels.log.id,
      thread: channels.artThread.id,
      member: people.painter.id,
      anyone: roles.moderators.id,
    },
  ]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('discord.js is told of a thread, of its channel, and of what a member is', async () => {
  const discord = await localDiscord();
  const { people, channels, roles } = discord.world;
  channels.art.nsfw = true;
  const raw: unknown[] = [];
  const { client, errors } = await discordJsBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.channelId);
  });
  client.ws.on('INTERACTION_CREATE' as never, (data: unknown) => raw.push(data));
  const order = { command: 'imagine', options: { prompt: 'a fox' }, by: people.painter };
  const invocation = discord.use({ ...order, in: channels.artThread });
  const { artThread, art } = channels;
  expect((await invocation.settled()).content).toBe(artThread.id);
  expect(raw).toMatchObject([
    {
      channel_id: artThread.id,
      channel: {
        id: artThread.id,
        type: 11,
        name: 'critique',
        parent_id: art.id,
        thread_metadata: { archived: false, locked: false },
      },
      member: { roles: [roles.painters.id], permissions: expect.stringMatching(/^\d+$/) },
    },
  ]);
  // Discord's docs, "Threads": the age restriction is the channel's.
  expect(raw).not.toMatchObject([{ channel: { nsfw: expect.anything() } }]);
  expect(errors).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});
