import { wait, type Wait } from './wait.ts';

/** Time, as far as what happens depends on it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  readonly wait: Wait;
  /** A signal that is aborted after so many milliseconds. */
  after(ms: number): AbortSignal;
}

/** The host's own time. */
export const hostClock: Clock = {
  now: Date.now,
  wait,
  after: (ms) => AbortSignal.timeout(ms),
};
