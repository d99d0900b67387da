import type { Core } from './core.ts';
import { permissionsIn } from './permissions.ts';
import { momentOf } from './snowflake.ts';
import { wireUser } from './users.ts';
import { type Channel, isThread, type User } from './world.ts';

/**
 * What threads have in place of an age restriction, which is their channel's (Discord's docs, "Threads"):
 * this one is open, and nobody counts what is in it.
 */
function threadFields({ id }: Channel, ownerId: string): object {
  const created = new Date(momentOf(id)).toISOString();
  return {
    owner_id: ownerId,
    thread_metadata: {
      archived: false,
      archive_timestamp: created,
      auto_archive_duration: 10_080,
      locked: false,
      create_timestamp: created,
    },
    message_count: 0,
    member_count: 0,
    total_message_sent: 0,
  };
}

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
    guild_id: guild.id,
    parent_id: channel.parentId,
    position: 0,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permissions: permissionsIn(guild, channel, user).toString(),
    ...(isThread(channel) ? threadFields(channel, guild.ownerId) : { nsfw: channel.nsfw }),
  };
}
