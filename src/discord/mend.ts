import { changeText } from './announce.ts';
import type { Line } from './conversation.ts';
import type { InteractionRef, MessageBody } from './interaction-api.ts';
import { tell } from './tell.ts';

/** A message of an interaction that shows something already. */
interface Standing {
  readonly ref: InteractionRef;
  /** Null where Discord did not say. */
  readonly channelId: string | null;
  readonly messageId: string | undefined;
  /** Aborted once the interaction's token is too old to be used. */
  readonly expires: AbortSignal;
}

/**
 * Gives a message its last text and buttons, with the bot's own token where the interaction's is too
 * old. Its pictures stay. False when the bot had to stop before.
 */
export async function mend(
  { ref, channelId, messageId, expires }: Standing,
  body: MessageBody,
  line: Line,
): Promise<boolean> {
  const { api, clock, cut, log } = line;
  const told = await tell(api, ref, body, { expires, cut, log }, clock.wait);
  if (told !== 'too-late') return told !== 'stopping';
  if (channelId === null || messageId === undefined) return true;
  return (await changeText(channelId, messageId, body, line)) !== 'stopping';
}
