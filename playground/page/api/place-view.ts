import type { Channel, Discord, User, WireCommand } from '../../discord/index.ts';
import { Permission } from '../../discord/permissions.ts';
import { isThread } from '../../discord/world.ts';
import type { ChannelView, CommandView, PageState, PersonView } from '../contract.ts';
import { commandViews } from './command-view.ts';
import { channelsOf, may, peopleOf } from './standing.ts';

/** The colours of names, readable on dark and on light: people of no role, then by a role's position. */
const COLOURS = ['#80848e', '#3e8e5a', '#4f74d9', '#a15fc0'] as const;
const OWNER_COLOUR = '#b0671f';

function personView({ world }: Discord, { id, displayName, username }: User): PersonView {
  const guild = [...world.allGuilds.values()].find(({ members }) => members.has(id));
  const roleIds = guild?.members.get(id)?.roleIds ?? [];
  const place = guild?.roles.findLastIndex((role) => roleIds.includes(role.id)) ?? -1;
  const owns = guild?.ownerId === id;
  return {
    id,
    name: displayName,
    username,
    role: owns ? 'Owner' : (guild?.roles[place]?.name ?? 'Member'),
    colour: owns ? OWNER_COLOUR : (COLOURS[Math.max(0, place)] ?? COLOURS[0]),
  };
}

const channelView = (discord: Discord, person: User, channel: Channel): ChannelView => ({
  id: channel.id,
  name: channel.name,
  type: channel.type,
  parent: channel.parentId,
  nsfw: channel.nsfw,
  kind: may(discord, person, channel, Permission.UseApplicationCommands) ? 'text' : 'read-only',
});

/** Each channel, followed by its threads. */
const inOrder = (channels: readonly Channel[]): Channel[] =>
  channels
    .filter((channel) => !isThread(channel))
    .flatMap((channel) => [channel, ...channels.filter(({ parentId }) => parentId === channel.id)]);

function commandsFor(discord: Discord, channels: readonly Channel[], person: User): CommandView[] {
  const usable = new Map<WireCommand, string[]>();
  for (const channel of channels) {
    for (const command of discord.offered(person, channel))
      usable.set(command, [...(usable.get(command) ?? []), channel.id]);
  }
  const unusable = discord.commands().filter((command) => !usable.has(command));
  return [...usable, ...unusable.map((command) => [command, []] as const)].flatMap(
    ([command, usableIn]) => commandViews(command, usableIn),
  );
}

/** Everything but the messages, as one person sees it. */
export function pageState(discord: Discord, me: User): PageState {
  const { world } = discord;
  const channels = channelsOf(discord, me);
  const guilds = [...world.allGuilds.values()].filter(({ members }) => members.has(me.id));
  return {
    me: personView(discord, me),
    guilds: guilds.map((guild) => ({
      id: guild.id,
      name: guild.name,
      channels: inOrder(channels.filter(({ guildId }) => guildId === guild.id)).map((channel) =>
        channelView(discord, me, channel),
      ),
      roles: guild.roles.map(({ id, name }) => ({ id, name })),
      members: [...guild.members.keys()],
    })),
    people: peopleOf(discord).map((person) => personView(discord, person)),
    bot: { id: world.bot.id, name: world.bot.displayName },
    commands: commandsFor(discord, channels, me),
  };
}
