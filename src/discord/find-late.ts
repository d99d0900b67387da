import { compareSnowflakes } from '../snowflake.ts';
import type { ChannelApi } from './channel-api.ts';
import { recordIn } from './message.ts';
import type { LateAnswer } from './open-interactions.ts';

/** Late answers that a channel shows: how many pictures they have, and the first of them. */
export interface LateFound {
  readonly pictures: number;
  readonly messageId: string | undefined;
}

/** Looks for pictures that were posted by themselves. */
export async function findLate(
  channels: Pick<ChannelApi, 'since'>,
  channelId: string,
  { after, record }: LateAnswer,
): Promise<LateFound> {
  const messages = await channels.since(channelId, after);
  const found = messages
    .filter((message) => recordIn(message, 'details') === record)
    .toSorted((a, b) => compareSnowflakes(a.id, b.id));
  return {
    pictures: found.reduce((sum, { attachmentIds }) => sum + attachmentIds.length, 0),
    messageId: found[0]?.id,
  };
}
