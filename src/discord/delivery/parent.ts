import type { PictureRecord } from '../../pictures/documents.ts';
import type { Asked } from './open-interactions.ts';
import type { Options } from '../options.ts';

/** Beside what was typed or chosen: the message that a request comes from. No command has it. */
const PARENT = 'parent';

/** How it is written down. */
const PLACE = /^(?:(?<channel>\d{17,20})\/)?(?<message>\d{17,20})$/;

/** The message that a request comes from. */
export interface Parent {
  readonly messageId: string;
  /** Absent: the channel in which the request is made. */
  readonly channelId?: string;
}

/** The message that a record's pictures are in; undefined where that is not known. */
export const parentOf = ({
  message,
  channel,
}: Pick<PictureRecord, 'message' | 'channel'>): Parent | undefined =>
  message === null || channel === null ? undefined : { messageId: message, channelId: channel };

/**
 * Options that remember the message they come from. They may be used again in another channel than
 * `here`, where somebody is told what they are owed.
 */
export const withParent = (
  options: Options,
  { messageId, channelId }: Parent,
  here: string | null,
): Options => {
  const channel = channelId ?? here;
  return { ...options, [PARENT]: channel === null ? messageId : `${channel}/${messageId}` };
};

/** The address of a message. */
export const messageLink = (guildId: string, channelId: string, messageId: string): string =>
  `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;

/** Where the message is that a request came from; undefined for one that came from none. */
export function parentLink({
  guildId,
  channelId,
  options,
}: Pick<Asked, 'guildId' | 'channelId' | 'options'>): string | undefined {
  const { message, channel = channelId } = PLACE.exec(String(options?.[PARENT]))?.groups ?? {};
  if (message === undefined || guildId === null || channel === null) return undefined;
  return messageLink(guildId, channel, message);
}
