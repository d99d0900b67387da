import { changeText } from './announce.ts';
import type { Line } from './conversation.ts';
import type { InteractionRef, MessageBody } from '../rest/interaction-api.ts';
import { tell } from '../rest/tell.ts';

/** A message of an interaction that shows something already. */
interface Standing {
  readonly ref: InteractionRef;
  /** Null where Discord did not say. */
  readonly channelId: string | null;
  readonly messageId: string | undefined;
  /** Aborted once the interaction's token is too old to be used. */
  readonly expires: AbortSignal;
}

/** What a member is to hear when next seen, where their message cannot be changed. */
interface Instead {
  readonly userId: string;
  readonly content: string;
}

/**
 * Gives a message its last text and buttons, with the bot's own token where the interaction's is too
 * old. Its pictures stay. False when the bot had to stop before.
 */
export async function mend(
  { ref, channelId, messageId, expires }: Standing,
  body: MessageBody,
  line: Line,
  instead?: Instead,
): Promise<boolean> {
  const { api, clock, cut, log, owed } = line;
  const told = await tell(api, ref, body, { expires, cut, log }, clock.wait);
  if (told === 'stopping') return false;
  if (told === 'done') return true;
  if (told === 'too-late' && channelId !== null && messageId !== undefined) {
    const changed = await changeText(channelId, messageId, body, line);
    if (changed !== 'untold') return changed === 'told';
  }
  if (instead !== undefined) {
    const { userId, content } = instead;
    await owed.keep(userId, ref.id, { channel: channelId, content, retry: null }).catch((err) => {
      log.error({ err }, 'the member could not be told how it ended, and will not be');
    });
  }
  return true;
}
