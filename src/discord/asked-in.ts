import type { CommandInteraction, MessageComponentInteraction } from 'discord.js';

/**
 * The channel and the roles that an interaction counts for. A thread counts for its channel, or its
 * budget could be walked around. Without the guilds intent discord.js hands the member over as
 * Discord sent it.
 */
export function askedIn({
  channel,
  channelId,
  member,
}: CommandInteraction | MessageComponentInteraction): {
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
} {
  const parentId = channel?.isThread() ? channel.parentId : null;
  const roles = member?.roles;
  const roleIds = roles === undefined || Array.isArray(roles) ? roles : [...roles.cache.keys()];
  return { channelId: parentId ?? channelId, roleIds: roleIds ?? [] };
}
