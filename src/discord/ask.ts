import { readFailure, uploadRefusal } from './answers.ts';
import type { InteractionApi, InteractionRef, OriginalMessage } from './interaction-api.ts';
import type { UploadRefusal } from '../outcome.ts';
import { type Wait, waitAfter } from '../wait.ts';

/** What Discord says of an interaction's message. */
export type Look =
  | { readonly kind: 'there'; readonly message: OriginalMessage }
  /** Deleted, or its token expired: nobody sees it, or nobody can know. */
  | { readonly kind: 'gone'; readonly refusal: UploadRefusal }
  /** Discord could not be asked before the signal. */
  | { readonly kind: 'unknown' };

const WAITS_MS = [250, 500, 1_000, 2_000, 5_000];

/** Asks Discord until it answers or the signal ends it. */
export async function askDiscord(
  api: InteractionApi,
  ref: InteractionRef,
  signal: AbortSignal,
  wait: Wait,
): Promise<Look> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { kind: 'there', message: await api.original(ref) };
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'refused') return { kind: 'gone', refusal: uploadRefusal(failure) };
    }
    if (signal.aborted) return { kind: 'unknown' };
    await wait(waitAfter(attempt, WAITS_MS), signal);
  }
}
