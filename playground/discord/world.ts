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

/** Discord's docs, "Channel Types": a guild's text channel, direct messages, a thread that everyone may join. */
export const ChannelType = { Text: 0, Direct: 1, PublicThread: 11 } as const;

/** A text channel of a guild, a thread below one, or one person's direct messages with the bot. */
export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: (typeof ChannelType)[keyof typeof ChannelType];
  readonly name: string;
  /** The channel a thread is in. */
  readonly parentId: string | null;
  /** A thread has its channel's. */
  nsfw: boolean;
  /** By role id or user id; a thread has its channel's. */
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
  /** Starts a thread in a text channel. */
  addThread(parent: Channel, name: string): Channel;
  /** Deletes a channel with its threads; messages in it can be reached no more. */
  removeChannel(channel: Channel): void;
  /** Deletes a role: nobody has it any more. */
  removeRole(guild: Guild, role: Role): void;
  /** Makes someone a member of a guild, with the roles given besides everyone's. */
  join(guild: Guild, user: User, ...roles: Role[]): void;
  leave(guild: Guild, user: User): void;
  /** Sets what a channel allows and denies a role or a user; an empty overwrite clears it. */
  overwrite(channel: Channel, target: Role | User, overwrite: Partial<Overwrite>): void;
  /** The direct message channel of a person and the bot. */
  directMessages(user: User): Channel;
}

/** Whether a channel is a thread. */
export const isThread = ({ type }: Pick<Channel, 'type'>): boolean =>
  type === ChannelType.PublicThread;
