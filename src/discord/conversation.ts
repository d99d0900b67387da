import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Pictures } from '../pictures/records.ts';
import { noticeText } from '../words/notices.ts';
import type { Claimed, Conversation } from '../conversation.ts';
import { claim } from './claim.ts';
import type { ChannelApi } from './channel-api.ts';
import { type InteractionApi, type InteractionRef, TOKEN_USE_MS } from './interaction-api.ts';
import { lastWord } from './last-word.ts';
import type { Asked, OpenInteractions } from './open-interactions.ts';
import { parentLink } from './parent.ts';
import { offerButtons } from './picture-offer.ts';
import type { Retries } from './retries.ts';
import { upload } from './upload.ts';
import { whisper } from './whisper.ts';

/** What a conversation over Discord stands on. */
export interface Line {
  readonly api: InteractionApi;
  readonly channels: ChannelApi;
  readonly open: OpenInteractions;
  readonly retries: Retries;
  readonly pictures: Pictures;
  readonly log: Logger;
  readonly clock: Clock;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
}

/** Work ends early enough for a last word before the token is too old. */
const WORK_MS = TOKEN_USE_MS - 60_000;

/** Pictures are handed over until then; what is left of the time is for saying that it failed. */
const DELIVERY_MS = TOKEN_USE_MS - 30_000;

/**
 * A conversation about one interaction, kept on disk until it is closed. `fromButton` says that the
 * request used a Retry button up.
 */
export function createConversation(
  ref: InteractionRef,
  asked: Asked,
  line: Line,
  fromButton = false,
): Conversation {
  const { api, open, clock, cut } = line;
  const log = line.log.child({ interaction: ref.id });
  const expires = clock.after(TOKEN_USE_MS);
  const deliveryEnds = clock.after(DELIVERY_MS);
  /** What can wait until the credits are settled. */
  let afterwards: (() => Promise<void>) | undefined;
  const workEnds = clock.after(WORK_MS);

  /** True when it is written down now, false when it was before, undefined when that is not known. */
  async function enter(): Promise<boolean | undefined> {
    const { applicationId, token } = ref;
    return open.open(ref.id, { applicationId, token, ...asked }).catch((error: unknown) => {
      log.error({ err: error }, 'the interaction could not be written down, and is turned away');
      return undefined;
    });
  }

  /** A first answer is accepted once: a duplicate of an interaction that is being worked on gets none. */
  async function turnAway(): Promise<Claimed> {
    const content = noticeText({ kind: 'books-unavailable' });
    const told = await whisper(api, ref, { content }, log, clock.wait);
    await close();
    return told ? 'unrecorded' : 'not-ours';
  }

  async function close(): Promise<void> {
    await open.close(ref.id).catch((error: unknown) => {
      log.error({ err: error }, 'the interaction could not be closed; the next start will');
    });
    await afterwards?.();
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

    async deliver(showing) {
      const parent = parentLink(asked);
      const offer = await offerButtons(showing, asked, { ...line, log });
      let messageId: string | undefined;
      const terms = {
        expires: deliveryEnds,
        cut,
        log,
        rows: offer.rows,
        onMessage: (id: string) => void (messageId = id),
      };
      const whole = { ...showing, ...(parent !== undefined && { parent }) };
      const delivery = await upload(api, ref, whole, terms, clock.wait);
      afterwards = () => offer.settle(delivery, messageId);
      return delivery;
    },
    tell: (notice) => lastWord({ ref, asked, fromButton, expires }, notice, { ...line, log }),
  };
}
