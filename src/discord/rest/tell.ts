import type { Logger } from 'pino';
import { type Wait, waitAfter } from '../../wait.ts';
import { readFailure, uploadRefusal } from './answers.ts';
import type { InteractionApi, InteractionRef, MessageBody } from './interaction-api.ts';

/** What came of telling a member. */
export type Told =
  | 'done'
  /** Refused for good. */
  | 'refused'
  /** The interaction's token is too old: the member was not told by it. */
  | 'too-late'
  /** The bot had to stop before. */
  | 'stopping';

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** Tries that are left once the bot must stop. */
const LAST_TRIES = 2;

/**
 * Puts a message in the place of "thinking…", or sends it to the member alone where that was deleted;
 * keeps trying while Discord cannot be reached.
 */
export async function tell(
  api: InteractionApi,
  ref: InteractionRef,
  message: MessageBody,
  { expires, cut, log }: { expires: AbortSignal; cut: AbortSignal; log: Logger },
  wait: Wait,
): Promise<Told> {
  let triesAfterCut = 0;
  for (let attempt = 0; !expires.aborted; attempt += 1) {
    if (cut.aborted && ++triesAfterCut > LAST_TRIES) return 'stopping';
    try {
      await api.editOriginal(ref, message);
      return 'done';
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'refused') {
        if (failure.code === 10008) return tellAlone(api, ref, message, log);
        log.warn({ err: error }, 'the member could not be told in place of the picture');
        return uploadRefusal(failure) === 'token-expired' ? 'too-late' : 'refused';
      }
      log.debug({ err: error, attempt }, 'the member is not told yet');
    }
    const signal = cut.aborted ? expires : AbortSignal.any([expires, cut]);
    await wait(waitAfter(cut.aborted ? 0 : attempt, WAITS_MS), signal);
  }
  return 'too-late';
}

async function tellAlone(
  api: InteractionApi,
  ref: InteractionRef,
  message: MessageBody,
  log: Logger,
): Promise<Told> {
  const { attachments: _, ...alone } = message;
  try {
    await api.whisperAfter(ref, alone);
    return 'done';
  } catch (error) {
    log.warn({ err: error }, 'the member could not be told after the message was deleted');
    return 'refused';
  }
}
