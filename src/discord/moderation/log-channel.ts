import { readFailure } from '../rest/answers.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import type { MessageBody } from '../rest/interaction-api.ts';

/** What became of a message to a server's log channel. */
export type Said =
  | { readonly kind: 'said' }
  /** `code` is Discord's own. */
  | { readonly kind: 'refused'; readonly why: SayRefusal; readonly code: number | string }
  /** The answer was lost, or Discord could not be reached: it may have been said. */
  | { readonly kind: 'lost' };

/** Why the bot cannot write in a channel. */
export type SayRefusal = 'may-not-see' | 'may-not-write' | 'gone' | 'not-accepted';

/** What is said there. */
export interface Saying extends Pick<MessageBody, 'components'> {
  readonly content: string;
}

/** Where a server is told of its credits and its cases. */
export interface LogChannel {
  /**
   * Says something that notifies nobody, in one attempt that never rejects. Within a few minutes one
   * nonce, of at most 25 characters, says it once (Discord's docs).
   */
  say(channelId: string, saying: Saying, nonce: string): Promise<Said>;
}

/** By Discord's documented error codes. */
const WHY: Readonly<Record<string, SayRefusal>> = {
  50001: 'may-not-see',
  50013: 'may-not-write',
  10003: 'gone',
};

/** Speaks in log channels with the bot's own token. */
export function createLogChannel(channels: Pick<ChannelApi, 'post'>): LogChannel {
  return {
    async say(channelId, saying, nonce) {
      try {
        await channels.post(channelId, { ...saying, nonce });
        return { kind: 'said' };
      } catch (error) {
        return unsaid(error);
      }
    },
  };
}

/** What it means that a message was not taken. */
export function unsaid(error: unknown): Exclude<Said, { kind: 'said' }> {
  const failure = readFailure(error);
  // A token that is not taken any more says nothing of the channel.
  if (failure.kind === 'lost' || failure.status === 401) return { kind: 'lost' };
  const { code } = failure;
  return { kind: 'refused', why: WHY[code] ?? 'not-accepted', code };
}
