import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { shardOf } from '../snowflake.ts';
import { resolvedMember, wireRole, wireUser } from '../users.ts';
import { type Channel, type Guild, isThread } from '../world.ts';
import type { Session } from './sessions.ts';

/** The intent that lets a bot see its guilds. */
export const GUILDS_INTENT = 1 << 0;

/** A session's own guilds. */
export function guildsOf(
  core: Core,
  { shard, shards }: Pick<Session, 'shard' | 'shards'>,
): Guild[] {
  return [...core.world.guilds.values()].filter(
    ({ id, members }) => members.has(core.world.bot.id) && shardOf(id, shards) === shard,
  );
}

/** READY's data: guilds are stubs, and every address is on loopback. */
export function ready(core: Core, session: Session): object {
  return {
    v: 10,
    user: { ...wireUser(core.world.bot), verified: true, mfa_enabled: true, email: null },
    guilds: guildsOf(core, session).map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${core.origin().replace('http', 'ws')}/gateway`,
    shard: [session.shard, session.shards],
    application: { id: core.applicationId, flags: 0 },
  };
}

function guildChannel(channel: Channel, position: number, guild: Guild): object {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    nsfw: channel.nsfw,
    position,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permission_overwrites: [...channel.overwrites].map(([id, { allow, deny }]) => ({
      id,
      type: guild.roles.some((role) => role.id === id) ? 0 : 1,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

/** GUILD_CREATE's data, sent only to a session with the Guilds intent. */
export function guildCreate(core: Core, guild: Guild): object {
  const all = [...core.world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const { bot } = core.world;
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    unavailable: false,
    large: false,
    member_count: guild.members.size,
    joined_at: guild.members.get(bot.id)?.joinedAt ?? null,
    roles: guild.roles.map(wireRole),
    channels: all
      .filter((channel) => !isThread(channel))
      .map((channel, position) => guildChannel(channel, position, guild)),
    members: [
      { ...resolvedMember(guild, null, bot), user: wireUser(bot), deaf: false, mute: false },
    ],
    threads: all.filter(isThread).map((thread) => wireChannel(core, thread, bot)),
    emojis: [],
    stickers: [],
    features: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
  };
}
