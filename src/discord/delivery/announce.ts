import type { ChannelPost } from '../rest/channel-api.ts';
import type { Line } from './conversation.ts';
import { readFailure } from '../rest/answers.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { waitAfter } from '../../wait.ts';

/** What came of saying something in a channel. */
export type Announced =
  | 'told'
  /** The bot may not speak there, or Discord could not be reached for long. */
  | 'untold'
  /** The bot had to stop before. */
  | 'stopping';

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** How long it is tried; the member has waited for a quarter of an hour already. */
const PATIENCE_MS = 10 * 60_000;

/** Sends a request that may be repeated until Discord takes it, refuses it, or it has been long enough. */
async function insist(
  request: () => Promise<unknown>,
  channelId: string,
  { clock, cut, log }: Pick<Line, 'clock' | 'cut' | 'log'>,
): Promise<Announced> {
  const expires = clock.after(PATIENCE_MS);
  const ends = AbortSignal.any([expires, cut]);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await request();
      return 'told';
    } catch (error) {
      const refused = readFailure(error).kind === 'refused';
      if (refused || expires.aborted) {
        log.warn({ err: error, channel: channelId }, 'the member could not be told in the channel');
        return 'untold';
      }
      log.debug({ err: error, attempt }, 'the member is not told in the channel yet');
    }
    if (cut.aborted) return 'stopping';
    await clock.wait(waitAfter(attempt, WAITS_MS), ends);
  }
}

/**
 * Tells a member in the channel what can no longer be said in the interaction's own message, as far
 * as the bot may post there.
 */
export const announce = (channelId: string, post: ChannelPost, line: Line): Promise<Announced> =>
  insist(() => line.channels.post(channelId, post), channelId, line);

/** Changes a message of the bot's with its own token, as far as it may. */
export const changeText = (
  channelId: string,
  messageId: string,
  body: MessageBody,
  line: Line,
): Promise<Announced> =>
  insist(() => line.channels.change(channelId, messageId, body), channelId, line);
