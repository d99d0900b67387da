import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after so many milliseconds, or at once when the signal is aborted. Never rejects. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the host's timers. */
export const wait: Wait = (ms, signal) =>
  sleep(ms, undefined, signal && { signal }).catch(() => {});

/** The wait after an attempt, 0 being the first: the last one stands for all that follow. */
export const waitAfter = (attempt: number, waitsMs: readonly number[]): number =>
  waitsMs[Math.min(attempt, waitsMs.length - 1)] ?? 0;
