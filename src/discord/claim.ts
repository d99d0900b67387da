import { isNotOurs, isServerFailure, readFailure } from './answers.ts';
import type { InteractionApi, InteractionRef } from './interaction-api.ts';
import { wait as hostWait, type Wait } from '../wait.ts';

const ATTEMPTS = 3;
const BETWEEN_MS = 200;

/** Why an interaction is not ours, for the log. */
export type Claim = { readonly ours: true } | { readonly ours: false; readonly why: string };

/**
 * Takes an interaction by deferring its answer. An attempt that Discord's servers failed is repeated;
 * after one whose answer was lost Discord is asked whether it arrived.
 */
export async function claim(
  api: InteractionApi,
  ref: InteractionRef,
  wait: Wait = hostWait,
): Promise<Claim> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await api.defer(ref);
      return { ours: true };
    } catch (error) {
      const failure = readFailure(error);
      const first = attempt === 1;
      if (failure.kind === 'refused' && (first || !isNotOurs(failure))) {
        return { ours: false, why: `Discord refused the deferral (${failure.code})` };
      }
      if (await arrived(api, ref, wait)) return { ours: true };
      if (failure.kind === 'refused' || !isServerFailure(error) || attempt === ATTEMPTS) {
        return { ours: false, why: 'the deferral did not arrive' };
      }
      await wait(BETWEEN_MS);
    }
  }
}

async function arrived(api: InteractionApi, ref: InteractionRef, wait: Wait): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await api.original(ref);
      return true;
    } catch (error) {
      if (readFailure(error).kind === 'refused') return false;
      await wait(BETWEEN_MS * attempt);
    }
  }
  return false;
}
