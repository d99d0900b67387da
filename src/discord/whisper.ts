import type { Logger } from 'pino';
import { isServerFailure, readFailure } from './rest/answers.ts';
import type {
  InteractionApi,
  InteractionRef,
  MessageBody,
  WhisperBody,
} from './rest/interaction-api.ts';
import { wait as hostWait, type Wait } from '../wait.ts';

const ATTEMPTS = 3;
const BETWEEN_MS = 200;

/**
 * Answers one member alone, as the first answer; in its place where the interaction was answered
 * already. Never throws: nothing but the member's knowledge is at stake, and a failure is logged.
 * Answers whether Discord accepted it.
 */
export const whisper = (
  api: InteractionApi,
  ref: InteractionRef,
  body: WhisperBody,
  log: Logger,
  wait: Wait = hostWait,
): Promise<boolean> => firstAnswer(() => api.whisper(ref, body), ref, log, wait);

/** Like `whisper`, for any first answer at which no more than the member's knowledge is at stake. */
export async function firstAnswer(
  answer: () => Promise<void>,
  ref: InteractionRef,
  log: Logger,
  wait: Wait = hostWait,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await answer();
      return true;
    } catch (error) {
      if (!isServerFailure(error) || attempt === ATTEMPTS) {
        log.warn({ err: error, interaction: ref.id }, 'the member could not be answered');
        return false;
      }
    }
    await wait(BETWEEN_MS);
  }
}

/** Like `whisper`, for a breakdown: an answer that was begun is ended in its place. */
export async function apologise(
  api: InteractionApi,
  ref: InteractionRef,
  body: MessageBody,
  log: Logger,
): Promise<void> {
  try {
    await api.whisper(ref, body);
  } catch (error) {
    const failure = readFailure(error);
    const begun = failure.kind === 'refused' && failure.code === 40060;
    const last = begun ? api.editOriginal(ref, body) : Promise.reject(error);
    await last.catch((cause: unknown) => {
      log.warn({ err: cause, interaction: ref.id }, 'the member could not be told');
    });
  }
}
