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

/** Tells a connection that was cut by the caller or by the deadline from one that broke by itself. */
function blame(error: ImageApiError, caller: AbortSignal, expiry: AbortSignal): ImageApiError {
  const isOurDoing = error.cause !== undefined && (caller.aborted || expiry.aborted);
  if (!isOurDoing) return error;
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
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = clock.now() + timeoutMs;
  const expiry = new AbortController();
  const timer = setTimeout(() => expiry.abort(), timeoutMs);
  const either = AbortSignal.any([signal, expiry.signal]);
  try {
    for (let made = 1; ; made += 1) {
      try {
        return await attempt(either);
      } catch (error) {
        if (!(error instanceof ImageApiError)) throw error;
        const failure = blame(error, signal, expiry.signal);
        const wait = waitBefore(failure, made, random);
        if (wait === undefined || clock.now() + wait >= end) throw failure;
        await clock.pause(wait, either).catch((reason: unknown) => {
          if (!signal.aborted) throw failure;
          throw new ImageApiError({ kind: 'cancelled', retry: 'no', charged: 'no' }, reason);
        });
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
