import type { Clock } from './clock.ts';
import { waitAfter } from './wait.ts';

/** Waits after a round that left something to be done. */
const WAITS_MS = [1_000, 5_000, 30_000, 60_000, 300_000];

/** What rounds need. */
interface RoundsRoom {
  readonly clock: Pick<Clock, 'wait'>;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
  /** How long it waits for the bell before it looks by itself, in milliseconds. */
  readonly everyMs: number;
}

/** How a round learns that it should end early. */
export interface RoundSignals {
  /** There will be no further round. */
  readonly over: AbortSignal;
  /** The bell rang since the round began: the next one follows at once. */
  readonly rung: AbortSignal;
}

/** Work that is looked after in rounds. */
export interface Rounds {
  /** Something became due. */
  readonly ring: () => void;
  /** Begins the first round. */
  readonly start: () => void;
  /** Resolves once nothing is being done any more. */
  readonly stop: () => Promise<void>;
}

/**
 * Looks after work in rounds: at the start, whenever the bell rings, by itself after a while, and soon
 * after a round that left something to be done.
 * @param round answers false when something is left to be done; never rejects.
 */
export function createRounds(
  round: (signals: RoundSignals) => Promise<boolean>,
  { clock, cut, everyMs }: RoundsRoom,
): Rounds {
  const end = new AbortController();
  const over = AbortSignal.any([cut, end.signal]);
  let bell = new AbortController();
  let running = Promise.resolve();

  async function run(): Promise<void> {
    for (let attempt = 0; !over.aborted; ) {
      bell = new AbortController();
      const isDone = await round({ over, rung: bell.signal });
      const pause = isDone ? everyMs : waitAfter(attempt, WAITS_MS);
      attempt = isDone ? 0 : attempt + 1;
      await clock.wait(pause, AbortSignal.any([over, bell.signal]));
    }
  }

  return {
    ring: () => bell.abort(),
    start() {
      running = run();
    },
    stop() {
      end.abort();
      return running;
    },
  };
}
