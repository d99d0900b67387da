import { permissionsIn } from './permissions.ts';
import type { WireUser } from './wire.ts';
import type { Channel, Guild, Role, User } from './world.ts';

/** A user as the API shows them. */
export function wireUser(user: User): WireUser {
  return {
    id: user.id,
    username: user.username,
    global_name: user.bot ? null : user.displayName,
    discriminator: user.bot ? '0000' : '0',
    avatar: null,
    bot: user.bot,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  };
}

/** A guild's member as an option names them (Discord's docs, "Resolved Data"): no user, no voice state. */
export function resolvedMember(guild: Guild, channel: Channel | null, user: User): object {
  const membership = guild.members.get(user.id);
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: membership?.roleIds ?? [],
    joined_at: membership?.joinedAt ?? null,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: 0,
    permissions: permissionsIn(guild, channel, user).toString(),
  };
}

/** The member who acts in a channel, with what they may do there. */
export function actingMember(guild: Guild, channel: Channel, user: User): object {
  return {
    ...resolvedMember(guild, channel, user),
    user: wireUser(user),
    deaf: false,
    mute: false,
  };
}

/** A role as the API shows it. */
export function wireRole(role: Role, position: number): object {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}
