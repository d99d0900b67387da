import { arrivedOf } from '../../pictures/arrived.ts';
import { compareSnowflakes } from '../../snowflake.ts';
import { seedIn } from '../../words/showing.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import { type OriginalMessage, recordIn } from '../message.ts';
import type { LateAnswer } from './open-interactions.ts';

/** Where to look, and what to look for: messages with a button of a kind that reads a record. */
export interface LateSearch extends LateAnswer {
  /** That of late answers, where it is left out. */
  readonly kind?: string;
}

/** The button by which late answers are found: it is under all of them. */
export const LATE_KIND = 'details';

/**
 * Late answers that a channel shows, the oldest first: their ids, and the seeds of the pictures of each;
 * undefined stands for a file whose name tells none.
 */
export type LateFound = ReadonlyMap<string, readonly (number | undefined)[]>;

/** How many pictures they have together. */
export const picturesIn = (found: LateFound): number => [...found.values()].flat().length;

/** Those of some pictures that they show. */
export const shownOf = <T extends { readonly seed: number }>(
  pictures: readonly T[],
  found: LateFound,
): T[] => arrivedOf(pictures, [...found.values()].flat());

/** The messages, and the seeds of those of some pictures that they show. */
export const sentIn = (pictures: readonly { readonly seed: number }[], found: LateFound) => ({
  messages: [...found.keys()],
  seeds: shownOf(pictures, found).map(({ seed }) => seed),
});

/** The seeds of the pictures of a message. */
export const seedsOf = ({
  fileNames,
}: Pick<OriginalMessage, 'fileNames'>): (number | undefined)[] => fileNames.map(seedIn);

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
  return new Map(found.map((message) => [message.id, seedsOf(message)]));
}
