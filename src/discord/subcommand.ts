import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { Options } from './options.ts';

/**
 * Which subcommand somebody used, and its options by name. A channel or a role is its id, as long as
 * Discord vouches that it is one of this server's; else it is empty, which is not the same as not given.
 */
export function subcommandOf({ options }: ChatInputCommandInteraction): {
  readonly name: string;
  readonly options: Options;
} {
  const [subcommand] = options.data;
  const typed = (subcommand?.options ?? []).flatMap(({ name, type, value, channel, role }) => {
    const isUnknown =
      (type === ApplicationCommandOptionType.Channel && !channel) ||
      (type === ApplicationCommandOptionType.Role && !role);
    return value === undefined ? [] : [[name, isUnknown ? '' : value] as const];
  });
  return { name: subcommand?.name ?? '', options: Object.fromEntries(typed) };
}
