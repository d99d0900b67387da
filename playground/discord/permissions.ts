import { type Channel, type Guild, isThread, type User } from './world.ts';

/** The permission bits this Discord knows about (Discord's docs, "Permissions"). */
export const Permission = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
  ModerateMembers: 1n << 40n,
} as const;

/** Up to BYPASS_SLOWMODE, the highest bit of Discord's docs. */
const EVERY_PERMISSION = (1n << 53n) - 1n;

/** What someone may do in a channel: role permissions, then the channel's overwrites, in Discord's documented order. */
export function permissionsIn(guild: Guild, channel: Channel | null, user: User): bigint {
  if (guild.ownerId === user.id) return EVERY_PERMISSION;
  const membership = guild.members.get(user.id);
  const own = guild.roles.filter(
    (role) => role.id === guild.id || membership?.roleIds.includes(role.id),
  );
  const base = own.reduce((bits, role) => bits | role.permissions, 0n);
  if ((base & Permission.Administrator) !== 0n) return EVERY_PERMISSION;
  if (channel === null) return base;

  const { overwrites } = channel;
  const roleOverwrites = own
    .filter((role) => role.id !== guild.id)
    .map((role) => overwrites.get(role.id));
  const layers = [[overwrites.get(guild.id)], roleOverwrites, [overwrites.get(user.id)]];
  return layers.reduce((bits, layer) => {
    const deny = layer.reduce((all, overwrite) => all | (overwrite?.deny ?? 0n), 0n);
    const allow = layer.reduce((all, overwrite) => all | (overwrite?.allow ?? 0n), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** What it takes to write in a channel (Discord's docs, "Threads"). */
export const writing = (channel: Channel): bigint =>
  isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;

/** True when every bit of `wanted` is in `held`. */
export function has(held: bigint, wanted: bigint): boolean {
  return (held & wanted) === wanted;
}
