import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Pictures } from '../../pictures/records.ts';
import type { Reviews } from '../../reviews/reviews.ts';
import { snowflakeTime } from '../../snowflake.ts';
import { noticeText } from '../../words/notices.ts';
import type { Claimed, Conversation } from '../../conversation.ts';
import { claim } from './claim.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import { type InteractionApi, type InteractionRef, TOKEN_USE_MS } from '../rest/interaction-api.ts';
import { lastWord } from './last-word.ts';
import type { Asked, OpenInteractions } from './open-interactions.ts';
import type { Owed } from './owed.ts';
import { type Presented, present } from './present.ts';
import type { Scene } from './presenter.ts';
import type { Retries } from './retries.ts';
import { submit } from '../review/submit.ts';
import { whisper } from '../whisper.ts';

/** What a conversation over Discord stands on. */
export interface Line {
  readonly api: InteractionApi;
  readonly channels: ChannelApi;
  readonly open: OpenInteractions;
  readonly retries: Retries;
  readonly owed: Owed;
  readonly pictures: Pictures;
  readonly reviews: Reviews;
  readonly log: Logger;
  readonly clock: Clock;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
}

/** Pictures are handed over by the token until then; what is left of its time is for a last word. */
const DELIVERY_MS = TOKEN_USE_MS - 30_000;

/** Nobody waits for pictures any longer than this. */
const WORK_MS = 60 * 60_000;

/** As long as an interaction may be on its way to the bot: what differs by less is no clock's fault. */
const ON_ITS_WAY_MS = 5_000;

/** How far Discord's clock is ahead of the host's, at the moment an interaction comes in. */
function aheadAt(interactionId: string, now: number): number {
  const aheadMs = snowflakeTime(interactionId) - now;
  return Math.abs(aheadMs) > ON_ITS_WAY_MS ? aheadMs : 0;
}

/** What a conversation is about. */
export interface Topic {
  readonly ref: InteractionRef;
  readonly asked: Asked;
  /** The request used a Retry button up. */
  readonly fromButton: boolean;
  /** Whether the bot may post in the channel by itself, and look there at what it posted. */
  readonly mayPost: boolean;
}

/** A conversation about one interaction, kept on disk until it is closed. */
export function createConversation(
  { ref, asked, fromButton, mayPost }: Topic,
  line: Line,
): Conversation {
  const { api, open, reviews, clock, cut } = line;
  const log = line.log.child({ interaction: ref.id });
  const aheadMs = aheadAt(ref.id, clock.now());
  const expires = clock.after(TOKEN_USE_MS);
  const deliveryEnds = clock.after(DELIVERY_MS);
  let presented: Presented | undefined;
  let messageId: string | undefined;
  const workEnds = clock.after(WORK_MS);

  /**
   * True when it is written down now, false when it was before, undefined when that is not known. What
   * waits for moderators is closed, but its hold is not: a duplicate must not get at that.
   */
  async function enter(): Promise<boolean | undefined> {
    const { applicationId, token } = ref;
    try {
      const isNew = await open.open(ref.id, { applicationId, token, ...asked });
      if (!isNew || (await reviews.find(ref.id)) === undefined) return isNew;
      await open.close(ref.id);
      return false;
    } catch (error) {
      log.error({ err: error }, 'the interaction could not be written down, and is turned away');
      return undefined;
    }
  }

  /** A first answer is accepted once: a duplicate of an interaction that is being worked on gets none. */
  async function turnAway(): Promise<Claimed> {
    const content = noticeText({ kind: 'books-unavailable' });
    const told = await whisper(api, ref, { content }, log, clock.wait);
    await close();
    return told ? 'unrecorded' : 'not-ours';
  }

  function scene(): Scene {
    const lateChannelId = (mayPost && asked.channelId) || undefined;
    const own = { ...line, log };
    return { ref, asked, line: own, deliveryEnds, expires, aheadMs, lateChannelId };
  }

  async function close(): Promise<void> {
    await open.close(ref.id).catch((error: unknown) => {
      log.error({ err: error }, 'the interaction could not be closed; the next start will');
    });
    await presented?.afterwards();
  }

  return {
    workEnds,
    close,

    async claim() {
      const entered = await enter();
      if (entered === false) return 'not-ours';
      if (entered === undefined) return turnAway();
      const result = await claim(api, ref, AbortSignal.any([expires, cut]), clock.wait);
      if (result.kind === 'ours') return 'ours';
      if (result.kind === 'unknown') return 'not-ours';
      log[result.unusual ? 'error' : 'info']({ why: result.why }, 'interaction left alone');
      await close();
      return 'not-ours';
    },

    async present(painting, userId) {
      presented = await present(painting, userId, scene());
      ({ messageId } = presented);
      return presented.delivery;
    },

    shownIn() {
      const message = presented?.shownIn;
      const { channelId: channel } = asked;
      return message === undefined || channel === null ? undefined : { channel, message };
    },

    async submit(painting, userId, review) {
      const end = await submit(painting, userId, review, scene());
      ({ messageId } = end);
      return end.submitted;
    },

    tell(notice) {
      const owed = { ref, asked, fromButton, expires, messageId };
      return lastWord(owed, notice, { ...line, log });
    },
  };
}
