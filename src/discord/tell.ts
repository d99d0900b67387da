import type { Logger } from 'pino';
import type { Notice } from '../outcome.ts';
import { type Wait, waitAfter } from '../wait.ts';
import { noticeText } from '../words/notices.ts';
import { readFailure } from './answers.ts';
import type { InteractionApi, InteractionRef } from './interaction-api.ts';

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** Tries that are left once the bot must stop. */
const LAST_TRIES = 2;

/**
 * Puts a notice in the place of "thinking…", or sends it to the member alone where the message was
 * deleted; keeps trying while Discord cannot be reached. False when the bot had to stop before.
 */
export async function tell(
  api: InteractionApi,
  ref: InteractionRef,
  notice: Notice,
  { expires, cut, log }: { expires: AbortSignal; cut: AbortSignal; log: Logger },
  wait: Wait,
): Promise<boolean> {
  // A picture that came after all, late, is taken away again: the notice says that none is charged.
  const body = { content: noticeText(notice), attachments: [] };
  let triesAfterCut = 0;
  for (let attempt = 0; !expires.aborted; attempt += 1) {
    if (cut.aborted && ++triesAfterCut > LAST_TRIES) return false;
    try {
      await api.editOriginal(ref, body);
      return true;
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'refused') {
        if (failure.code === 10008) await tellAlone(api, ref, { content: body.content }, log);
        else log.warn({ err: error, notice: notice.kind }, 'the member could not be told');
        return true;
      }
      log.debug({ err: error, attempt, notice: notice.kind }, 'the member is not told yet');
    }
    const signal = cut.aborted ? expires : AbortSignal.any([expires, cut]);
    await wait(waitAfter(cut.aborted ? 0 : attempt, WAITS_MS), signal);
  }
  log.warn({ notice: notice.kind }, 'the member could not be told in time');
  return true;
}

async function tellAlone(
  api: InteractionApi,
  ref: InteractionRef,
  body: { content: string },
  log: Logger,
): Promise<void> {
  await api.whisperAfter(ref, body).catch((error: unknown) => {
    log.warn({ err: error }, 'the member could not be told after the message was deleted');
  });
}
