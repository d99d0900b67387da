import { EPOCH_MS, type SnowflakeMint } from './snowflake.ts';
import { type Channel, ChannelType, type Guild, type Registry, type User } from './world.ts';

/** What a new guild starts with. */
export interface GuildDefaults {
  /** Bytes. */
  readonly attachmentSizeLimit: number;
  readonly everyone: bigint;
}

/**
 * When the first guild was made; each next one is a millisecond younger. Its distance from Discord's epoch
 * divides by every number up to ten, so that guild k belongs to shard k % n for up to ten shards.
 */
const FIRST_GUILD_AT = EPOCH_MS + 2_520 * 100_000_000;

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

/** A thread has its channel's permissions and age restriction (Discord's docs, "Threads"). */
function threadOf(parent: Channel, id: string, name: string): Channel {
  const { guildId, overwrites } = parent;
  return {
    id,
    guildId,
    type: ChannelType.PublicThread,
    name,
    parentId: parent.id,
    overwrites,
    get nsfw() {
      return parent.nsfw;
    },
    set nsfw(restricted) {
      parent.nsfw = restricted;
    },
  };
}

/** An empty world with only the bot in it. */
export function createRegistry(
  mint: SnowflakeMint,
  now: () => number,
  defaults: GuildDefaults,
): Registry {
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const users = new Map<string, User>();
  const direct = new Map<string, Channel>();

  const addPerson: Registry['addPerson'] = (displayName, details = {}) => {
    const user = {
      id: mint(),
      username: slug(displayName),
      displayName,
      locale: 'en-US',
      bot: false,
      ...details,
    };
    users.set(user.id, user);
    return user;
  };
  const bot = addPerson('Easel', { bot: true });

  const keep = (channel: Channel): Channel => {
    channels.set(channel.id, channel);
    return channel;
  };
  const join: Registry['join'] = (guild, user, ...roles) => {
    const joinedAt = new Date(now()).toISOString();
    guild.members.set(user.id, { roleIds: roles.map((role) => role.id), joinedAt });
  };

  return {
    guilds,
    channels,
    users,
    bot,
    addPerson,
    join,
    leave: (guild, user) => void guild.members.delete(user.id),
    addGuild(name, details = {}) {
      const id = details.id ?? mint(FIRST_GUILD_AT + guilds.size);
      const guild: Guild = {
        id,
        name,
        ownerId: bot.id,
        locale: 'en-US',
        attachmentSizeLimit: defaults.attachmentSizeLimit,
        roles: [{ id, name: '@everyone', permissions: defaults.everyone }],
        members: new Map(),
        ...details,
      };
      guilds.set(id, guild);
      join(guild, bot);
      return guild;
    },
    addRole(guild, name, permissions) {
      const role = { id: mint(), name, permissions };
      guild.roles.push(role);
      return role;
    },
    addChannel: (guild, name, details = {}) =>
      keep({
        id: mint(),
        guildId: guild.id,
        type: ChannelType.Text,
        name,
        parentId: null,
        nsfw: false,
        overwrites: new Map(),
        ...details,
      }),
    addThread: (parent, name) => keep(threadOf(parent, mint(), name)),
    removeChannel({ id }) {
      for (const channel of channels.values())
        if (channel.id === id || channel.parentId === id) channels.delete(channel.id);
    },
    removeRole(guild, { id }) {
      guild.roles.splice(0, Infinity, ...guild.roles.filter((role) => role.id !== id));
      for (const { roleIds } of guild.members.values())
        if (roleIds.includes(id)) roleIds.splice(roleIds.indexOf(id), 1);
    },
    overwrite(channel, target, { allow = 0n, deny = 0n }) {
      channel.overwrites.set(target.id, { allow, deny });
    },
    directMessages(user) {
      const known = direct.get(user.id);
      if (known !== undefined) return known;
      const channel = keep({
        id: mint(),
        guildId: null,
        type: ChannelType.Direct,
        name: user.username,
        parentId: null,
        nsfw: false,
        overwrites: new Map(),
      });
      direct.set(user.id, channel);
      return channel;
    },
  };
}
