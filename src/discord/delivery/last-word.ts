import type { Notice } from '../../outcome.ts';
import { addressed, noticeText } from '../../words/notices.ts';
import { announce, changeText } from './announce.ts';
import type { Line } from './conversation.ts';
import type { InteractionRef, MessageBody } from '../rest/interaction-api.ts';
import type { Asked } from './open-interactions.ts';
import { offerRetry, retryRow } from './retry-offer.ts';
import { secondLookRows } from '../moderation/second-look.ts';
import { tell } from '../rest/tell.ts';

/** Whom a last word is owed to. */
interface Owed {
  readonly ref: InteractionRef;
  readonly asked: Asked;
  /** The request came from a Retry button. */
  readonly fromButton: boolean;
  /** Aborted once the interaction's token is too old to be used. */
  readonly expires: AbortSignal;
  /** The interaction's message, where Discord said which it is. */
  readonly messageId: string | undefined;
}

/** Whether a picture may come after all, late: it is taken away, because it is not charged. */
const mayHaveArrived = ({ kind }: Notice): boolean =>
  kind === 'not-delivered' || kind === 'interrupted';

/**
 * Says why there is no picture, with a button to ask for it again where that makes sense: in the place
 * of "thinking…"; once the token is too old, in the channel, where the member alone is mentioned; and
 * where that cannot be, when the member is next seen. False when the bot had to stop before.
 */
export async function lastWord(owed: Owed, notice: Notice, line: Line): Promise<boolean> {
  const { ref, asked, fromButton, expires, messageId } = owed;
  const { api, clock, cut, log } = line;
  const { channelId } = asked;
  const record = await offerRetry(notice, asked, fromButton, line);
  const content = noticeText(notice, record !== undefined);
  const components = record === undefined ? secondLookRows(notice) : [retryRow(record)];
  const message = { content, components, ...(mayHaveArrived(notice) && { attachments: [] }) };

  const told = await tell(api, ref, message, { expires, cut, log }, clock.wait);
  if (told === 'done') return true;
  if (told === 'stopping') return false;
  if (told === 'too-late' && channelId !== null) {
    const announced = await announce(channelId, addressedPost(owed, content, components), line);
    if (announced === 'stopping') return false;
    if (messageId !== undefined) {
      const left = await changeText(channelId, messageId, { content, components: [] }, line);
      if (left === 'stopping') return false;
    }
    if (announced === 'told') return true;
  }
  const word = { channel: channelId, content, retry: record ?? null };
  await line.owed.keep(asked.userId, ref.id, word).catch((err: unknown) => {
    log.error({ err, notice: notice.kind }, 'the member could not be told, and will not be');
  });
  return true;
}

const addressedPost = (
  { ref, asked: { userId } }: Owed,
  content: string,
  components: NonNullable<MessageBody['components']>,
) => ({ components, content: addressed(userId, content), mentions: userId, nonce: ref.id });
