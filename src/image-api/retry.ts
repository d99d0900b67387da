import type { Clock } from './clock.ts';
import { ImageApiError } from './errors.ts';

/** What a run of attempts is bound by. */
export interface RetryBounds {
  /** Milliseconds for all attempts and waits together. */
  readonly timeoutMs: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly clock: Clock;
  /** The caller's wish to stop. */
  readonly signal: AbortSignal;
}

/**
 * Milliseconds before the next attempt, at least what the failure asks for. Waits for a connection
 * double; a random part keeps orders that failed together from coming back together.
 */
function waitBefore(error: ImageApiError, made: number, random: () => number): number | undefined {
  if (error.retry === 'no' || made > error.retry.atMost) return undefined;
  const { afterMs } = error.retry;
  if (error.kind === 'unreachable') return afterMs * 2 ** (made - 1) * (1 + random());
  return afterMs * (1 + random() / 10);
}

/** A failure after our own signal fired is the signal's doing, whatever the connection calls it. */
function blame(error: unknown, caller: AbortSignal, deadline: AbortSignal): unknown {
  if (!(error instanceof ImageApiError) || !deadline.aborted) return error;
  const kind = caller.aborted ? 'cancelled' : 'timeout';
  return new ImageApiError({ kind, retry: 'no', charged: error.charged }, error);
}

/**
 * Makes an attempt and repeats it as long as its failure allows it and the wait fits into the time
 * that is left; otherwise the failure at hand is the outcome.
 * @throws ImageApiError the last attempt's, or `cancelled` or `timeout`
 */
export async function withRetries<T>(
  { timeoutMs, random, clock, signal }: RetryBounds,
  attempt: (deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = clock.now() + timeoutMs;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  for (let made = 1; ; made += 1) {
    try {
      return await attempt(deadline);
    } catch (error) {
      const failure = blame(error, signal, deadline);
      if (!(failure instanceof ImageApiError)) throw failure;
      const wait = waitBefore(failure, made, random);
      if (wait === undefined || clock.now() + wait >= end) throw failure;
      try {
        await clock.pause(wait, deadline);
      } catch {
        throw blame(failure, signal, deadline);
      }
    }
  }
}
