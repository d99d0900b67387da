import { snowflakeSchema } from '../snowflake.ts';
import type { Asked } from './open-interactions.ts';
import type { Options } from './options.ts';

/** Beside what was typed or chosen: the message whose button was pressed. No command has it. */
const PARENT = 'parent';

/** Options that remember the message they came from. */
export const withParent = (options: Options, messageId: string): Options => ({
  ...options,
  [PARENT]: messageId,
});

/** Where the message is that a request came from; undefined for one that came from none. */
export function parentLink({
  guildId,
  channelId,
  options,
}: Pick<Asked, 'guildId' | 'channelId' | 'options'>): string | undefined {
  const messageId = snowflakeSchema.safeParse(options?.[PARENT]).data;
  if (messageId === undefined || guildId === null || channelId === null) return undefined;
  return messageLink(guildId, channelId, messageId);
}

/** Where a message of a server is. */
export const messageLink = (guildId: string, channelId: string, messageId: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
