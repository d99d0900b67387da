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
  /** Discord could not be asked, or does not give a file yet. */
  | { readonly kind: 'unknown' };

const WAITS_MS = [500, 1_000, 2_000, 5_000];
const ATTEMPTS = 5;

const UNKNOWN: FetchedPictures = { kind: 'unknown' };

/** A file that its message names and that is not to be had for so long after the decision is gone. */
const PATIENCE_MS = 24 * 3_600_000;

/** Where the files are. */
type Shelf = Pick<Line, 'clock' | 'cut' | 'log'> & {
  readonly channels: Pick<ChannelApi, 'files' | 'fetch'>;
};

/**
 * Fetches pictures of a review anew: their bytes are kept nowhere else. Which file is which is told
 * by its name, which has the seed. The addresses work for a day, so each attempt asks for them.
 */
export async function fetchPictures(
  facts: OpenReview['pictures'],
  review: OpenReview,
  shelf: Shelf,
): Promise<FetchedPictures> {
  if (facts.length === 0) return { kind: 'fetched', pictures: [] };
  const found = new Map<number | undefined, Buffer>();
  for (const messageId of review.room.messages) {
    const files = await filesOf(messageId, review, shelf);
    if (files === undefined) return UNKNOWN;
    for (const [name, bytes] of files) found.set(seedIn(name), bytes);
  }
  const pictures = facts.flatMap((fact) => {
    const bytes = found.get(fact.seed);
    return bytes === undefined ? [] : [pictureWith(fact, bytes)];
  });
  return { kind: 'fetched', pictures };
}

/** The files of one message by their names; undefined where that is not known. */
async function filesOf(
  messageId: string,
  { room, state }: OpenReview,
  { channels, clock, cut, log }: Shelf,
): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const isLate =
    state.kind === 'approved' && clock.now() - snowflakeTime(state.click) >= PATIENCE_MS;
  for (let attempt = 0; attempt < ATTEMPTS && !cut.aborted; attempt += 1) {
    if (attempt > 0) await clock.wait(waitAfter(attempt - 1, WAITS_MS), cut);
    const files = await askUntil(cut, clock.wait, () => channels.files(room.channel, messageId));
    if (files.kind === 'unknown') return undefined;
    if (files.kind === 'refused') return files.status === 401 ? undefined : new Map();
    const { contents, failure } = await contentsOf(files.answer);
    if (failure === undefined) return contents;
    log.warn({ err: failure, attempt }, 'pictures of a review could not be fetched yet');
    if (isLate && attempt === ATTEMPTS - 1 && !cut.aborted) return contents;
  }
  return undefined;

  async function contentsOf(files: readonly ChannelFile[]) {
    const contents = new Map<string, Buffer>();
    let failure: unknown;
    await Promise.all(
      files.map(async (file) => {
        try {
          contents.set(file.name, await channels.fetch(file, cut));
        } catch (error) {
          failure = error;
        }
      }),
    );
    return { contents, failure };
  }
}
