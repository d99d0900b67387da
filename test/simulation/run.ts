import type { Clock } from '../../src/clock.ts';
import type { Agenda } from './agenda.ts';
import type { Dice } from './dice.ts';

/** What becomes of a request to the world outside. */
export type Fate =
  | 'answered'
  /** It never arrived. */
  | 'lost'
  /** It was done, and the answer never came. */
  | 'done-unanswered';

/** One request to the world outside the bot. */
interface Request<T> {
  /** For the trace. */
  readonly what: string;
  /** Milliseconds until the answer, or until it is given up. */
  readonly ms: number;
  readonly fate: Fate;
  /** What it does out there; what it throws is an answer too. */
  readonly effect: () => T;
  /** What the caller is told where there is no answer. */
  readonly lost: () => Error;
  /** Ends the waiting: what was not done until then is done at once or never. */
  readonly signal?: AbortSignal;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** What the parts of the simulated world share. */
export interface Surroundings {
  readonly agenda: Agenda;
  readonly dice: Dice;
  /** Writes down a step of the history. */
  readonly note: (step: string) => void;
}

/** One run of the bot: a process, as far as the world outside can tell. */
export interface Run {
  readonly boot: string;
  readonly alive: boolean;
  /** Sends a request; the promise of one that a kill overtakes never settles. */
  send<T>(request: Request<T>): Promise<T>;
  /** Time as this run sees it, with a host clock that may be wrong. */
  readonly clock: Clock;
  /**
   * Ends the run between two steps, as `kill -9` does: nothing that waits goes on. What was on its
   * way is done or not.
   */
  kill(): void;
  /** A controller that ends with the run's world. */
  controller(): AbortController;
  /** Lets go of everything that a killed run still hangs on: signals with listeners are kept for ever. */
  dispose(): void;
}

const TIME_IS_OVER = new DOMException('The time is over.', 'TimeoutError');

/** Starts a run. `offset` says how far the host's clock is ahead of Discord's, in milliseconds. */
export function startRun(
  boot: string,
  { agenda, dice, note }: Surroundings,
  offset: () => number,
): Run {
  const underway = new Set<{ overtake(): void }>();
  const controllers: AbortController[] = [];
  let alive = true;
  let isDisposed = false;

  function controller(): AbortController {
    const made = new AbortController();
    controllers.push(made);
    return made;
  }

  /** Like `agenda.add`, unless the run is killed before. */
  const later = (ms: number, act: () => void) => {
    agenda.add(ms, () => {
      if (alive) act();
    });
  };

  function send<T>({ what, ms, fate, effect, lost, signal }: Request<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (isDisposed) return promise;
    let outcome: Outcome<T> | undefined;
    const perform = () => {
      if (outcome !== undefined || fate === 'lost') return;
      try {
        outcome = { value: effect() };
      } catch (error) {
        outcome = { error };
      }
    };
    const request = {
      overtake() {
        if (outcome === undefined && fate !== 'lost' && dice.chance(0.5)) {
          perform();
          note(`${boot} ${what}: done while the caller went away`);
        }
        underway.delete(request);
      },
    };
    const giveUp = () => {
      if (!underway.has(request)) return;
      request.overtake();
      reject(lost());
    };
    underway.add(request);
    later(ms * dice.next(), () => {
      if (underway.has(request)) perform();
    });
    later(ms, () => {
      if (!underway.has(request)) return;
      underway.delete(request);
      signal?.removeEventListener('abort', giveUp);
      note(`${boot} ${what}: ${fate}`);
      if (outcome === undefined || fate !== 'answered') reject(lost());
      else if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.value);
    });
    signal?.addEventListener('abort', giveUp, { once: true });
    if (signal?.aborted) giveUp();
    return promise;
  }

  const clock: Clock = {
    now: () => agenda.now + offset(),

    wait(ms, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (signal?.aborted) return Promise.resolve();
      const end = () => {
        signal?.removeEventListener('abort', end);
        resolve();
      };
      later(ms, end);
      signal?.addEventListener('abort', end);
      return promise;
    },

    after(ms) {
      const made = controller();
      later(ms, () => made.abort(TIME_IS_OVER));
      return made.signal;
    },
  };

  return {
    boot,
    get alive() {
      return alive;
    },
    send,
    clock,
    kill() {
      alive = false;
      for (const request of underway) request.overtake();
    },
    controller,
    dispose() {
      alive = false;
      isDisposed = true;
      underway.clear();
      for (const made of controllers) made.abort(TIME_IS_OVER);
    },
  };
}
