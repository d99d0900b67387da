import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { Permission, has, permissionsIn } from '../permissions.ts';
import type { Channel } from '../world.ts';

/** A channel the bot sees, and what it may do there. */
export interface Entry {
  readonly channel: Channel;
  /** Bytes. */
  readonly sizeLimit: number;
  readonly may: (permission: bigint) => boolean;
  /** Refuses with 50013 unless the bot holds the permission here. */
  readonly require: (permission: bigint) => void;
}

/** Lets the bot's token into a channel. Throws Refusal 10003 when there is none, 50001 when the bot does not see it. */
export function enter(core: Core, id: string): Entry {
  const channel = core.world.channels.get(id);
  if (channel === undefined) throw refuse.unknownChannel();
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const sizeLimit = guild?.attachmentSizeLimit ?? core.settings.attachmentSizeLimit;
  if (guild === undefined) return { channel, sizeLimit, may: () => true, require: () => {} };
  const { bot } = core.world;
  const held = permissionsIn(guild, channel, bot);
  if (!guild.members.has(bot.id) || !has(held, Permission.ViewChannel)) {
    throw refuse.missingAccess();
  }
  const may = (permission: bigint): boolean => has(held, permission);
  const require = (permission: bigint): void => {
    if (!may(permission)) throw refuse.missingPermissions();
  };
  return { channel, sizeLimit, may, require };
}
