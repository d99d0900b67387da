import { createLine, type Party } from './line.ts';
import { averaged, startsIn } from './pace.ts';
import { createRoom, type FullOf, type RoomLimits } from './room.ts';

export type { Party } from './line.ts';
export type { FullOf } from './room.ts';

/** The queue was closed before the work began. */
export class QueueClosedError extends Error {
  override readonly name = 'QueueClosedError';

  constructor() {
    super('The queue is closed.');
  }
}

/** How far those are who were let in together. Times in milliseconds. */
export interface Standing {
  /** Pieces that are being worked on. */
  readonly running: number;
  /** Pieces that wait. */
  readonly waiting: number;
  /** Pieces, of others and being waited for, that are begun before the first of these; 0 where none waits. */
  readonly ahead: number;
  /** Until the first that waits begins, as far as that can be told from what was measured. */
  readonly startsIn?: number;
  /** How long a piece takes, as measured lately. */
  readonly each?: number;
}

/** Seats for pieces of work that somebody asked for together. */
export interface Seats {
  /**
   * Runs a piece of work when its turn comes; one seat is given back at its end.
   * @throws QueueClosedError when the queue closes first; the signal's reason when it is aborted
   * first; otherwise whatever the work throws.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Gives the seats back, where nothing is run. */
  leave(): void;
  standing(): Standing;
}

/** Whether somebody may wait. */
export type Admission =
  | { readonly kind: 'admitted'; readonly seats: Seats }
  | { readonly kind: 'full'; readonly of: FullOf; readonly limit: number }
  | { readonly kind: 'closed' };

/** Bounded work in a fair order. */
export interface FairQueue {
  /**
   * Lets somebody in with so many pieces of work, all of them or none. `perMember` is their server's
   * own limit, where that is lower.
   */
  admit(party: Party, count: number, perMember?: number): Admission;
  /** Resolves when the next piece of work enters, leaves, begins or ends. */
  moved(): Promise<void>;
  /** Refuses what waits and what comes; work that runs is left to end. */
  close(): void;
  readonly waiting: number;
  readonly running: number;
  /** Pieces of one member that may wait or run at once, where their server has no lower limit. */
  readonly perMember: number;
}

/** How much may be worked on, and may wait, at once. */
export interface QueueOptions extends RoomLimits {
  readonly concurrency: number;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

interface Entry {
  readonly start: () => void;
  readonly refuse: (reason: Error) => void;
}

/** A queue that never runs more than `concurrency` pieces of work at once. */
export function createFairQueue({ concurrency, now, ...limits }: QueueOptions): FairQueue {
  const line = createLine<Entry>();
  const room = createRoom(limits);
  /** When each piece began that is being worked on. */
  const begun = new Map<Entry, number>();
  let each: number | undefined;
  let closed = false;
  let next = Promise.withResolvers<void>();

  function move() {
    const before = next;
    next = Promise.withResolvers();
    before.resolve();
  }

  function advance() {
    while (begun.size < concurrency) {
      const entry = line.next();
      if (entry === undefined) break;
      begun.set(entry, now());
      entry.start();
    }
    move();
  }

  async function turn(party: Party, signal: AbortSignal, own: Set<Entry>): Promise<Entry> {
    signal.throwIfAborted();
    if (closed) throw new QueueClosedError();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry: Entry = { start: resolve, refuse: reject };
    const abort = () => {
      line.leave(party, entry);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    own.add(entry);
    line.enter(party, entry);
    advance();
    try {
      await promise;
      return entry;
    } catch (error) {
      own.delete(entry);
      move();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async function work<T>(entry: Entry, piece: () => Promise<T>): Promise<T> {
    try {
      const result = await piece();
      each = averaged(each, now() - (begun.get(entry) ?? now()));
      return result;
    } finally {
      begun.delete(entry);
      advance();
    }
  }

  function standingOf(own: ReadonlySet<Entry>): Standing {
    const waiting = line.order();
    const ahead = waiting.findIndex((entry) => own.has(entry));
    const running = [...own].filter((entry) => begun.has(entry)).length;
    const pace = each === undefined ? {} : { each };
    if (ahead < 0) return { running, waiting: 0, ahead: 0, ...pace };
    const elapsed = [...begun.values()].map((since) => now() - since);
    return {
      running,
      waiting: waiting.filter((entry) => own.has(entry)).length,
      ahead,
      ...pace,
      ...(each !== undefined && { startsIn: startsIn(ahead + 1, { each, elapsed, concurrency }) }),
    };
  }

  function seatsFor(party: Party, count: number): Seats {
    const own = new Set<Entry>();
    let unused = count;
    return {
      async run(piece, signal) {
        unused -= 1;
        try {
          const entry = await turn(party, signal, own);
          try {
            return await work(entry, piece);
          } finally {
            own.delete(entry);
          }
        } finally {
          room.give(party);
        }
      },
      leave() {
        for (; unused > 0; unused -= 1) room.give(party);
      },
      standing: () => standingOf(own),
    };
  }

  return {
    perMember: limits.perMember,
    get waiting() {
      return line.length;
    },
    get running() {
      return begun.size;
    },
    moved: () => next.promise,

    admit(party, count, perMember) {
      if (closed) return { kind: 'closed' };
      const full = room.take(party, count, perMember);
      return full ? { kind: 'full', ...full } : { kind: 'admitted', seats: seatsFor(party, count) };
    },

    close() {
      closed = true;
      for (const entry of line.order()) entry.refuse(new QueueClosedError());
      line.clear();
      move();
    },
  };
}
