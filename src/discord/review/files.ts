import type { Picture } from '../../image-api/client.ts';
import type { OpenReview } from '../../reviews/documents.ts';
import { pictureWith } from '../../reviews/facts.ts';
import { snowflakeTime } from '../../snowflake.ts';
import { waitAfter } from '../../wait.ts';
import { seedIn } from '../../words/showing.ts';
import { askUntil } from '../rest/ask.ts';
import type { ChannelFile } from '../rest/channel-answers.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import type { Line } from '../delivery/conversation.ts';

/** Pictures that moderators saw, as they are in the review channel. */
export type FetchedPictures =
  /** In their order; none where the messages are gone. */
  | { readonly kind: 'fetched'; readonly pictures: readonly Picture[] }
  /** The bot may not look there; `isLate` says that it has been so for too long. */
  | { readonly kind: 'shut-out'; readonly isLate: boolean }
  /** Discord could not be asked, or does not give a file yet. */
  | { readonly kind: 'unknown' };

const WAITS_MS = [500, 1_000, 2_000, 5_000];
const ATTEMPTS = 5;

/** What is there and not to be had for so long after the decision is given up. */
const PATIENCE_MS = 24 * 3_600_000;

/** Where the files are. */
type Shelf = Pick<Line, 'clock' | 'cut' | 'log'> & {
  readonly channels: Pick<ChannelApi, 'files' | 'fetch'>;
};

/**
 * Fetches some pictures of a review anew: their bytes are kept nowhere else. Which file is which is
 * told by its name, which has the seed, and of those with the same by their order. The addresses work
 * for a day, so each attempt asks for them.
 */
export async function fetchPictures(
  facts: OpenReview['pictures'],
  review: OpenReview,
  shelf: Shelf,
): Promise<FetchedPictures> {
  if (facts.length === 0) return { kind: 'fetched', pictures: [] };
  const { state } = review;
  const isLate =
    state.kind === 'approved' && shelf.clock.now() - snowflakeTime(state.click) >= PATIENCE_MS;
  const found = new Map<number | undefined, Buffer[]>();
  for (const messageId of review.room.messages) {
    const files = await filesOf(messageId, review, isLate, shelf);
    if (files === 'unknown') return { kind: 'unknown' };
    if (files === 'shut-out') return { kind: 'shut-out', isLate };
    for (const { name, bytes } of files) {
      const seed = seedIn(name);
      found.set(seed, [...(found.get(seed) ?? []), bytes]);
    }
  }
  const pictures = review.pictures.flatMap((fact) => {
    const bytes = found.get(fact.seed)?.shift();
    return bytes === undefined || !facts.includes(fact) ? [] : [pictureWith(fact, bytes)];
  });
  return { kind: 'fetched', pictures };
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files of one message, in their order. */
async function filesOf(
  messageId: string,
  { room }: OpenReview,
  isLate: boolean,
  { channels, clock, cut, log }: Shelf,
): Promise<readonly NamedFile[] | 'shut-out' | 'unknown'> {
  for (let attempt = 0; attempt < ATTEMPTS && !cut.aborted; attempt += 1) {
    if (attempt > 0) await clock.wait(waitAfter(attempt - 1, WAITS_MS), cut);
    const files = await askUntil(cut, clock.wait, () => channels.files(room.channel, messageId));
    if (files.kind === 'unknown') return 'unknown';
    if (files.kind === 'refused') {
      if (files.status === 404) return [];
      return files.status === 401 ? 'unknown' : 'shut-out';
    }
    const { contents, failure } = await contentsOf(files.answer);
    if (failure === undefined) return contents;
    log.warn({ err: failure, attempt }, 'pictures of a review could not be fetched yet');
    if (isLate && attempt === ATTEMPTS - 1 && !cut.aborted) return contents;
  }
  return 'unknown';

  async function contentsOf(files: readonly ChannelFile[]) {
    let failure: unknown;
    const contents = await Promise.all(
      files.map(async (file): Promise<NamedFile[]> => {
        try {
          return [{ name: file.name, bytes: await channels.fetch(file, cut) }];
        } catch (error) {
          failure = error;
          return [];
        }
      }),
    );
    return { contents: contents.flat(), failure };
  }
}
