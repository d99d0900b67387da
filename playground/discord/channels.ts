import type { Core } from './core.ts';
import { permissionsIn } from './permissions.ts';
import { wireUser } from './users.ts';
import type { Channel, User } from './world.ts';

/** A channel as the API shows it, with what someone may do there. */
export function wireChannel(core: Core, channel: Channel, user: User): object {
  const guild = core.world.guilds.get(channel.guildId ?? '');
  if (guild === undefined) {
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: null,
      recipients: [wireUser(user)],
    };
  }
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    nsfw: channel.nsfw,
    guild_id: guild.id,
    parent_id: null,
    position: 0,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permissions: permissionsIn(guild, channel, user).toString(),
  };
}
