import { compareSnowflakes } from '../snowflake.ts';
import type { ChannelApi } from './channel-api.ts';
import { recordIn } from './message.ts';
import type { LateAnswer } from './open-interactions.ts';

/** Late answers that a channel shows, the oldest first: their ids, and how many pictures each has. */
export type LateFound = ReadonlyMap<string, number>;

/** How many pictures they have together. */
export const picturesIn = (found: LateFound): number =>
  [...found.values()].reduce((sum, pictures) => sum + pictures, 0);

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
  return new Map(found.map(({ id, attachmentIds }) => [id, attachmentIds.length]));
}
