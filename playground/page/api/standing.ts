import type { Channel, Discord, Message, User } from '../../discord/index.ts';
import { Permission, has, permissionsIn } from '../../discord/permissions.ts';
import { PageRefusal } from '../guard.ts';

/** Everyone one can be on the page. */
export const peopleOf = ({ world }: Discord): User[] =>
  [...world.users.values()].filter(({ bot }) => !bot);

/** Someone by id; the first of them without one. Throws PageRefusal when there is no such person. */
export function personOf(discord: Discord, id?: string): User {
  const found = peopleOf(discord).find((person) => id === undefined || person.id === id);
  if (found === undefined) throw new PageRefusal(400, 'There is no such person here.');
  return found;
}

/** Whether someone holds a permission in a channel of a guild they are in. */
export function may(
  { world }: Discord,
  person: User,
  channel: Channel,
  permission: bigint,
): boolean {
  const guild = world.allGuilds.get(channel.guildId ?? '');
  if (guild === undefined || !guild.members.has(person.id)) return false;
  return has(permissionsIn(guild, channel, person), permission);
}

/** The guild channels someone sees. */
export const channelsOf = (discord: Discord, person: User): Channel[] =>
  [...discord.world.allChannels.values()].filter((channel) =>
    may(discord, person, channel, Permission.ViewChannel),
  );

/** A channel someone sees. Throws PageRefusal when there is none of that id. */
export function channelOf(discord: Discord, person: User, id: string): Channel {
  const found = channelsOf(discord, person).find((channel) => channel.id === id);
  if (found === undefined) throw new PageRefusal(404, 'There is no such channel here.');
  return found;
}

/** A message someone sees. Throws PageRefusal when there is none of that id. */
export function messageOf(discord: Discord, person: User, id: string): Message {
  const found = channelsOf(discord, person)
    .flatMap((channel) => discord.messages(channel, person))
    .find((message) => message.id === id);
  if (found === undefined) throw new PageRefusal(404, 'This message is gone.');
  return found;
}
