import { compareSnowflakes } from '../../snowflake.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import { recordIn } from '../message.ts';
import type { LateAnswer } from './open-interactions.ts';

/** Where to look, and what to look for: messages with a button of a kind that reads a record. */
export interface LateSearch extends LateAnswer {
  /** That of late answers, where it is left out. */
  readonly kind?: string;
}

/** The button by which late answers are found: it is under all of them. */
export const LATE_KIND = 'details';

/** Late answers that a channel shows, the oldest first: their ids, and how many pictures each has. */
export type LateFound = ReadonlyMap<string, number>;

/** How many pictures they have together. */
export const picturesIn = (found: LateFound): number =>
  [...found.values()].reduce((sum, pictures) => sum + pictures, 0);

/** Looks for pictures that were posted by themselves. */
export async function findLate(
  channels: Pick<ChannelApi, 'since'>,
  channelId: string,
  { after, record, kind = LATE_KIND }: LateSearch,
): Promise<LateFound> {
  const messages = await channels.since(channelId, after);
  const found = messages
    .filter((message) => recordIn(message, kind) === record)
    .toSorted((a, b) => compareSnowflakes(a.id, b.id));
  return new Map(found.map(({ id, attachmentIds }) => [id, attachmentIds.length]));
}
