import type { HoldRef } from './credits/account-documents.ts';
import { BrokenDocumentError, StoreError } from './storage/store.ts';
import type { Studio } from './studio.ts';
import { wait as hostWait, type Wait, waitAfter } from './wait.ts';

const WAITS_MS = [50, 250, 1_000, 5_000];

/**
 * Charges for what was delivered and releases the rest, however often the database has to be asked:
 * after a delivery a failing database must not turn into a gift, before one not into a charge.
 * Answers what was captured, or undefined when the bot must stop or the books are broken: the next
 * start settles it.
 */
export async function settle(
  ref: HoldRef,
  delivered: number,
  { accounts, cut, log }: Pick<Studio, 'accounts' | 'cut' | 'log'>,
  wait: Wait = hostWait,
): Promise<number | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) await wait(waitAfter(attempt - 1, WAITS_MS), cut);
    try {
      const resolution = await accounts.resolve(ref, delivered);
      return resolution.kind === 'no-hold' ? 0 : resolution.captured;
    } catch (error) {
      log.error({ err: error, interaction: ref.interactionId, delivered }, 'hold not settled yet');
      if (error instanceof BrokenDocumentError || cut.aborted) return undefined;
      if (!(error instanceof StoreError)) throw error;
    }
  }
}
