import { concludeReview, type ReviewRoom } from './conclude.ts';
import type { OpenReview } from '../reviews/documents.ts';
import type { ReviewDecision } from '../reviews/decide.ts';
import { createRounds, type RoundSignals } from '../rounds.ts';
import { settle } from '../settle.ts';
import { snowflakeAt, snowflakeTime } from '../snowflake.ts';
import { createLocks } from '../storage/locks.ts';
import { BrokenDocumentError } from '../storage/store.ts';
import { untilStored } from '../until-stored.ts';

/** How long reviews wait, and how often they are looked after, in milliseconds. */
const REVIEW_TIMES = { lapseMs: 7 * 86_400_000, everyMs: 3_600_000 } as const;

/** What became of a review that an earlier run of the bot was about to send. */
type Resumed =
  /** It arrived: it waits, or was decided about. */
  | 'in-review'
  /** It never arrived; its credits are given back. */
  | 'none'
  /** Discord could not be asked before the bot had to stop. */
  | 'unknown';

/** Looks after reviews: carries out decisions, and ends what nobody decides about. */
export interface ReviewKeeper {
  /** Carries out what was decided about one, as far as that is possible now. Never rejects. */
  conclude(interactionId: string): Promise<void>;
  /** Takes up one that an earlier run was about to send. Throws as the store does. */
  resume(interactionId: string): Promise<Resumed>;
  start(): void;
  /** Resolves once nothing is being done any more; what is left is done after the next start. */
  stop(): Promise<void>;
}

/** `room.clock` tells Discord's time. */
export function createReviewKeeper(
  room: ReviewRoom,
  { lapseMs, everyMs }: { readonly lapseMs: number; readonly everyMs: number } = REVIEW_TIMES,
): ReviewKeeper {
  const { reviews, door, clock, log } = room;
  const locks = createLocks();
  const { ring, start, stop } = createRounds(pass, { ...room, everyMs });
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function carryOut(id: string): Promise<boolean> {
    try {
      return await locks.run([id], () => concludeReview(id, room));
    } catch (err) {
      log.error({ err, interaction: id }, 'a review could not be brought to its end yet');
      return false;
    }
  }

  /** Undefined for one that still waits. */
  async function endingOf(review: OpenReview, id: string): Promise<ReviewDecision | undefined> {
    const ending = (why: 'lapsed' | 'review-gone'): ReviewDecision => {
      const click = snowflakeAt(clock.now());
      return { kind: 'end', why, by: 'bot', click, reason: null, block: null };
    };
    if (clock.now() >= snowflakeTime(id) + lapseMs) return ending('lapsed');
    return (await door.isThere(review)) ? undefined : ending('review-gone');
  }

  async function resume(id: string): Promise<Resumed> {
    const review = await reviews.find(id);
    if (review === undefined) return 'none';
    if (review.kind === 'over') return 'in-review';
    if (review.state.kind !== 'sending') return 'in-review';
    const sent = await door.sent(id, review);
    if (sent === undefined) return 'unknown';
    if (sent.seeds.length > 0) {
      await reviews.stand(id, sent, 'restarting');
      return 'in-review';
    }
    const { guild: guildId, user: userId } = review;
    const ref = { interactionId: id, guildId, userId };
    if ((await settle(ref, 0, room, clock.wait)) === undefined) return 'unknown';
    const dropped = await untilStored(() => reviews.drop(id), room);
    return dropped.isStored ? 'none' : 'unknown';
  }

  async function tend(id: string, looks: boolean): Promise<boolean> {
    const review = await reviews.find(id);
    if (review?.kind !== 'open') return true;
    if (review.state.kind === 'sending') {
      if (reviews.isOwn(review)) return true;
      return (await locks.run([id], () => resume(id))) !== 'unknown';
    }
    if (review.state.kind === 'waiting') {
      const ending = looks ? await endingOf(review, id) : undefined;
      if (ending === undefined) return true;
      await reviews.decide(id, ending);
    }
    return carryOut(id);
  }

  /** False when something is left to be done. */
  async function pass({ over }: RoundSignals): Promise<boolean> {
    const looks = clock.now() - lookedAt >= everyMs || clock.now() < lookedAt;
    if (looks) lookedAt = clock.now();
    try {
      let isDone = true;
      for (const id of await reviews.ids()) {
        if (over.aborted) return false;
        const done = await tend(id, looks).catch((err: unknown) => {
          log.error({ err, interaction: id }, 'a review could not be looked after');
          return err instanceof BrokenDocumentError;
        });
        isDone &&= done;
      }
      return isDone;
    } catch (err) {
      log.error({ err }, 'reviews could not be looked after');
      return false;
    }
  }

  return {
    async conclude(id) {
      if (!(await carryOut(id))) ring();
    },
    resume: (id) => locks.run([id], () => resume(id)),
    start,
    stop,
  };
}
