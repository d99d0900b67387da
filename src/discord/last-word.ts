import type { Notice } from '../outcome.ts';
import { addressed, noticeText } from '../words/notices.ts';
import { announce } from './announce.ts';
import type { Line } from './conversation.ts';
import type { InteractionRef } from './interaction-api.ts';
import type { Asked } from './open-interactions.ts';
import { offerRetry } from './retry-offer.ts';
import { tell } from './tell.ts';

/** Whom a last word is owed to. */
interface Owed {
  readonly ref: InteractionRef;
  readonly asked: Asked;
  /** The request came from a Retry button. */
  readonly fromButton: boolean;
  /** Aborted once the interaction's token is too old to be used. */
  readonly expires: AbortSignal;
}

/** Whether a picture may come after all, late: it is taken away, because it is not charged. */
const mayHaveArrived = ({ kind }: Notice): boolean =>
  kind === 'not-delivered' || kind === 'interrupted';

/**
 * Says why there is no picture, with a button to ask for it again where that makes sense: in the place
 * of "thinking…", or, once the token is too old, in the channel, where the member alone is mentioned.
 * False when the bot had to stop before.
 */
export async function lastWord(
  { ref, asked, fromButton, expires }: Owed,
  notice: Notice,
  line: Line,
): Promise<boolean> {
  const { api, clock, cut, log } = line;
  const { channelId, userId } = asked;
  const button = await offerRetry(notice, asked, fromButton, line);
  const content = noticeText(notice, button !== undefined);
  const message = {
    content,
    components: button === undefined ? [] : [button],
    ...(mayHaveArrived(notice) && { attachments: [] }),
  };

  const told = await tell(api, ref, message, { expires, cut, log }, clock.wait);
  if (told !== 'too-late') return told === 'done';
  if (channelId === null) {
    log.warn({ notice: notice.kind }, 'the member could not be told: the channel is not known');
    return true;
  }
  const post = {
    components: message.components,
    content: addressed(userId, content),
    mentions: userId,
    nonce: ref.id,
  };
  return announce(channelId, post, line);
}
