import { isNotOurs, isServerFailure, readFailure } from '../rest/answers.ts';
import { askDiscord } from '../rest/ask.ts';
import type { InteractionApi, InteractionRef } from '../rest/interaction-api.ts';
import type { Wait } from '../../wait.ts';

const ATTEMPTS = 3;
const BETWEEN_MS = 200;

/** Whether an interaction is ours, and if not, why, for the log. */
export type Claim =
  | { readonly kind: 'ours' }
  | { readonly kind: 'not-ours'; readonly why: string; readonly unusual: boolean }
  /** The bot must stop before Discord could say whether the deferral arrived. */
  | { readonly kind: 'unknown' };

/**
 * Takes an interaction by deferring its answer. An attempt that Discord's servers failed is repeated;
 * after one whose answer was lost Discord is asked whether it arrived, until the signal ends that.
 */
export async function claim(
  api: InteractionApi,
  ref: InteractionRef,
  signal: AbortSignal,
  wait: Wait,
): Promise<Claim> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await api.defer(ref);
      return { kind: 'ours' };
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'refused' && (attempt === 1 || !isNotOurs(failure))) {
        const why = `Discord refused the deferral (${failure.code})`;
        return { kind: 'not-ours', why, unusual: !isNotOurs(failure) };
      }
      const look = await askDiscord(api, ref, signal, wait);
      if (look.kind === 'there') {
        if (look.message.loading) return { kind: 'ours' };
        return { kind: 'not-ours', why: 'it was answered before', unusual: false };
      }
      if (look.kind === 'unknown') return { kind: 'unknown' };
      if (failure.kind === 'refused' || !isServerFailure(error) || attempt === ATTEMPTS) {
        return { kind: 'not-ours', why: 'the deferral did not arrive', unusual: true };
      }
      await wait(BETWEEN_MS);
    }
  }
}
