import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Accounts } from '../credits/accounts.ts';
import type { Blocks } from '../moderation/blocks.ts';
import type { Cases } from '../moderation/cases.ts';
import type { Closing } from '../moderation/decide.ts';
import type { NotShown } from '../outcome.ts';
import { outcomeOf } from '../reviews/decide.ts';
import type { OpenReview } from '../reviews/documents.ts';
import type { ReviewSent, Reviews } from '../reviews/reviews.ts';
import { settle } from '../settle.ts';
import { BrokenDocumentError } from '../storage/store.ts';
import { untilStored } from '../until-stored.ts';

/** What Discord took of approved pictures. */
export type ReviewShown =
  | { readonly kind: 'shown'; readonly pictures: number; readonly message: string }
  /** What moderators saw is gone, the bot was not let in there for long, or the channel does not take it. */
  | { readonly kind: 'not-shown'; readonly why: 'review-gone' | 'review-closed' | 'channel-gone' }
  /** The bot may not look into the review channel, and it is too early to give up. */
  | { readonly kind: 'shut-out' }
  /** Discord could not be asked before the bot had to stop. */
  | { readonly kind: 'unknown' };

/** What there is of a review at Discord. */
export interface ReviewDoor {
  /** What arrived of one that was on its way; undefined where Discord could not be asked. */
  sent(id: string, review: OpenReview): Promise<ReviewSent | undefined>;
  /** Whether moderators can still see it. */
  isThere(review: OpenReview): Promise<boolean>;
  /** Shows approved pictures to everybody; those that it finds shown stay as they are. */
  show(id: string, review: OpenReview): Promise<ReviewShown>;
  /**
   * Says in the member's own message, and to the moderators, that they are shown. Never rejects. False
   * when the bot had to stop before.
   */
  afterShown(id: string, review: OpenReview, messageId: string): Promise<boolean>;
  /** Tells the member that they are not shown. False when the bot had to stop before. */
  tell(id: string, review: OpenReview, notice: NotShown): Promise<boolean>;
  /** Says to the moderators what came of it. Never rejects. False when the bot had to stop before. */
  afterEnded(id: string, review: OpenReview): Promise<boolean>;
}

/** What carrying out a decision needs. */
export interface ReviewRoom {
  readonly reviews: Reviews;
  readonly door: ReviewDoor;
  readonly accounts: Accounts;
  readonly cases: Pick<Cases, 'close'>;
  readonly blocks: Pick<Blocks, 'block'>;
  readonly tally: { creditsCaptured(credits: number): void };
  readonly log: Logger;
  readonly clock: Clock;
  readonly cut: AbortSignal;
}

const refOf = (interactionId: string, { guild: guildId, user: userId }: OpenReview) => ({
  interactionId,
  guildId,
  userId,
});

/**
 * Carries out what was decided about a review, from wherever it was left: approved pictures are shown
 * and charged as far as Discord took them, and of all others everything is given back. False when
 * something is left to be done.
 */
export async function concludeReview(id: string, room: ReviewRoom): Promise<boolean> {
  const review = await room.reviews.find(id);
  if (review?.kind !== 'open') return true;
  if (review.state.kind === 'ended') return end(id, review, room);
  if (review.state.kind !== 'approved') return true;
  const { by, click, taken: before } = review.state;
  const shown = before ? ({ kind: 'shown', ...before } as const) : await room.door.show(id, review);
  if (shown.kind === 'unknown') return false;
  if (shown.kind === 'shut-out') {
    const work = async () => (await untilStored(() => room.reviews.delayed(id), room)).isStored;
    await readable(work, room);
    return false;
  }
  if (shown.kind === 'not-shown') {
    const failed = await untilStored(() => room.reviews.fail(id, shown.why), room);
    return failed.isStored && concludeReview(id, room);
  }
  const { pictures, message } = shown;
  // Once it is charged, no other picture may be shown: the start after a crash must know that.
  const noted = await untilStored(() => room.reviews.took(id, { pictures, message }), room);
  if (!noted.isStored) return false;
  const captured = await settle(refOf(id, review), pictures, room, room.clock.wait);
  if (captured === undefined) return false;
  room.tally.creditsCaptured(captured);
  room.log.info({ interaction: id, pictures, captured }, 'pictures were approved');
  if (!(await closeCase(review, { by, interactionId: click, outcome: 'shown' }, room)))
    return false;
  if (!(await room.door.afterShown(id, review, message))) return false;
  return (await untilStored(() => room.reviews.over(id), room)).isStored;
}

/** The credits first, and then everybody's knowledge. */
async function end(id: string, review: OpenReview, room: ReviewRoom): Promise<boolean> {
  const { state } = review;
  if (state.kind !== 'ended') return true;
  const released = await settle(refOf(id, review), 0, room, room.clock.wait);
  if (released === undefined) return false;
  const { why, by, click, reason } = state;
  if (released > 0) {
    // They were shown and charged before a crash, and what showed them is gone since.
    const closing = { by, interactionId: click, outcome: 'shown' } as const;
    if (!(await closeCase(review, closing, room))) return false;
    return (await untilStored(() => room.reviews.over(id), room)).isStored;
  }
  room.log.info({ interaction: id, why }, 'pictures are not shown');
  if (!(await block(id, review, state.block, room))) return false;
  const outcome = outcomeOf(why);
  if (!(await closeCase(review, { by, interactionId: click, outcome, reason }, room))) return false;
  const pictures = review.pictures.length;
  if (!(await room.door.tell(id, review, { kind: 'not-shown', why, pictures, reason })))
    return false;
  if (!(await room.door.afterEnded(id, review))) return false;
  return (await untilStored(() => room.reviews.over(id), room)).isStored;
}

/** Blocks the member, where that was decided as well. */
async function block(
  id: string,
  { guild, user: userId, state }: OpenReview,
  order: { readonly lastsMs: number | null } | null,
  room: ReviewRoom,
): Promise<boolean> {
  if (order === null || state.kind !== 'ended') return true;
  const { by, click: interactionId, reason } = state;
  const word = { userId, by, reason, interactionId, lastsMs: order.lastsMs };
  const work = async () => {
    await room.blocks.block(guild, word);
    await room.reviews.blocked(id);
  };
  return readable(() => untilStored(work, room).then(({ isStored }) => isStored), room);
}

const closeCase = (
  { guild, case: number }: OpenReview,
  closing: Closing,
  room: ReviewRoom,
): Promise<boolean> =>
  readable(async () => {
    if (number === null) return true;
    return (await untilStored(() => room.cases.close(guild, number, closing), room)).isStored;
  }, room);

/** A case that is broken stays as it is; what was decided is carried out all the same. */
async function readable(work: () => Promise<boolean>, { log }: ReviewRoom): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BrokenDocumentError)) throw error;
    log.error({ err: error }, 'what belongs to a review is broken, and is left as it is');
    return true;
  }
}
