import { setImmediate as turnOfEvents } from 'node:timers/promises';
import type { Clock } from '../../src/clock.ts';

interface Alarm {
  readonly at: number;
  readonly ms: number;
  readonly ring: () => void;
}

/** A clock that stands still until the test turns it. */
export interface TurnedClock extends Clock {
  turn(ms: number): Promise<void>;
  /** Resolves once something waits that was to take so many milliseconds. */
  awaited(ms: number): Promise<void>;
}

/** Makes one. */
export function turnedClock(start = Date.now()): TurnedClock {
  let now = start;
  let alarms: Alarm[] = [];

  function set(ms: number, ring: () => void): void {
    alarms.push({ at: now + ms, ms, ring });
  }

  return {
    now: () => now,

    wait(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      set(ms, resolve);
      const forget = () => {
        alarms = alarms.filter(({ ring }) => ring !== resolve);
        resolve();
      };
      signal?.addEventListener('abort', forget, { once: true });
      return promise;
    },

    after(ms) {
      const controller = new AbortController();
      set(ms, () => controller.abort(new DOMException('The time is over.', 'TimeoutError')));
      return controller.signal;
    },

    async awaited(ms) {
      while (!alarms.some((alarm) => alarm.ms === ms)) await turnOfEvents();
    },

    /** What is due on the way happens in its order, each with time for what follows from it. */
    async turn(ms) {
      await turnOfEvents();
      const until = now + ms;
      for (;;) {
        const [next] = alarms.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        alarms = alarms.filter((alarm) => alarm !== next);
        now = Math.max(now, next.at);
        next.ring();
        await turnOfEvents();
      }
      now = until;
      await turnOfEvents();
    },
  };
}
