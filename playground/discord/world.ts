import { EPOCH_MS, type SnowflakeMint } from './snowflake.ts';

/** Someone with an account: a person, or the bot itself. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** Discord locale such as `en-US`; change it to see the bot answer in another language. */
  locale: string;
  readonly bot: boolean;
}

/** A role of a guild; the one with the guild's own id is everyone's. */
export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
}

/** What a channel adds to or takes from a role's or a member's permissions. */
interface Overwrite {
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A text channel of a guild (type 0), or one person's direct messages with the bot (type 1). */
export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: 0 | 1;
  readonly name: string;
  nsfw: boolean;
  /** By role id or user id. */
  readonly overwrites: Map<string, Overwrite>;
}

/** A server, as Discord's client calls it. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  locale: string;
  /** Largest file a message may carry here, in bytes. */
  attachmentSizeLimit: number;
  readonly roles: Role[];
  /** By user id. */
  readonly members: Map<string, { readonly roleIds: string[]; readonly joinedAt: string }>;
}

/** Everyone and everything this Discord holds, and ways to add more. */
export interface Registry {
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly users: ReadonlyMap<string, User>;
  readonly bot: User;
  addPerson(displayName: string, details?: Partial<User>): User;
  addGuild(name: string, details?: Partial<Guild>): Guild;
  addRole(guild: Guild, name: string, permissions: bigint): Role;
  addChannel(guild: Guild, name: string, details?: Partial<Pick<Channel, 'nsfw'>>): Channel;
  /** Makes someone a member of a guild, with the roles given besides everyone's. */
  join(guild: Guild, user: User, ...roles: Role[]): void;
  leave(guild: Guild, user: User): void;
  /** Sets what a channel allows and denies a role or a user; an empty overwrite clears it. */
  overwrite(channel: Channel, target: Role | User, overwrite: Partial<Overwrite>): void;
  /** The direct message channel of a person and the bot. */
  directMessages(user: User): Channel;
}

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
        type: 0,
        name,
        nsfw: false,
        overwrites: new Map(),
        ...details,
      }),
    overwrite(channel, target, { allow = 0n, deny = 0n }) {
      channel.overwrites.set(target.id, { allow, deny });
    },
    directMessages(user) {
      const known = direct.get(user.id);
      if (known !== undefined) return known;
      const channel = keep({
        id: mint(),
        guildId: null,
        type: 1,
        name: user.username,
        nsfw: false,
        overwrites: new Map(),
      });
      direct.set(user.id, channel);
      return channel;
    },
  };
}
