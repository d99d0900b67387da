import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { StoreError } from './storage/store.ts';
import { waitAfter } from './wait.ts';

const WAITS_MS = [50, 250, 1_000, 5_000];

/** What came of something that the database had to do. */
type Stored<T> =
  | { readonly isStored: true; readonly answer: T }
  /** The bot had to stop before; it may have been done all the same. */
  | { readonly isStored: false };

/** Has the database do something that may be repeated until it does. Throws what no repetition mends. */
export async function untilStored<T>(
  work: () => Promise<T>,
  {
    clock,
    cut,
    log,
  }: { readonly clock: Pick<Clock, 'wait'>; readonly cut: AbortSignal; readonly log: Logger },
): Promise<Stored<T>> {
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) await clock.wait(waitAfter(attempt - 1, WAITS_MS), cut);
    try {
      return { isStored: true, answer: await work() };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      log.error({ err: error }, 'the database failed; it is tried again');
      if (cut.aborted) return { isStored: false };
    }
  }
}
