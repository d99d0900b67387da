import { readFailure } from './answers.ts';
import type { ChannelPost } from './channel-api.ts';
import type { Line } from './conversation.ts';
import { waitAfter } from '../wait.ts';

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** How long it is tried; the member has waited for a quarter of an hour already. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Tells a member in the channel what can no longer be said in the interaction's own message, as far
 * as the bot may post there. False when the bot had to stop before.
 */
export async function announce(
  channelId: string,
  post: ChannelPost,
  { channels, clock, cut, log }: Line,
): Promise<boolean> {
  const expires = clock.after(PATIENCE_MS);
  const ends = AbortSignal.any([expires, cut]);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await channels.post(channelId, post);
      return true;
    } catch (error) {
      const refused = readFailure(error).kind === 'refused';
      if (refused || expires.aborted) {
        log.warn({ err: error, channel: channelId }, 'the member could not be told in the channel');
        return true;
      }
      log.debug({ err: error, attempt }, 'the member is not told in the channel yet');
    }
    if (cut.aborted) return false;
    await clock.wait(waitAfter(attempt, WAITS_MS), ends);
  }
}
