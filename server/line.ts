/** How many pictures are painted and how many may wait. */
export interface LineLimits {
  /** Painted at the same time, at least 1. */
  readonly concurrency: number;
  /** Waiting behind them, at least 0. */
  readonly waiting: number;
  /** Of one key, painted or waiting, at least 1. */
  readonly perKey: number;
}

/** Why no place is free: for anybody, or for this key. */
export type LineRefusal = 'full' | 'key-full';

/** A bounded line in front of the engine, first come, first served. */
export interface Line {
  /** A place, or why there is none. Each place must be left once, whatever becomes of it. */
  enter(key: string): Place | LineRefusal;
}

/** A place in the line. */
export interface Place {
  /** Resolves when it is this place's turn; rejects with the signal's reason when that comes first. */
  turn(signal: AbortSignal): Promise<void>;
  leave(): void;
}

/** Creates an empty line. */
export function createLine(limits: LineLimits): Line {
  const places: { key: string; start: () => void }[] = [];

  function startDue(): void {
    for (const { start } of places.slice(0, limits.concurrency)) start();
  }

  return {
    enter(key) {
      if (places.length >= limits.concurrency + limits.waiting) return 'full';
      if (places.filter((place) => place.key === key).length >= limits.perKey) return 'key-full';
      const started = Promise.withResolvers<void>();
      const place = { key, start: started.resolve };
      places.push(place);
      startDue();
      return {
        turn: (signal) =>
          new Promise((resolve, reject) => {
            const stop = () => reject(signal.reason as Error);
            if (signal.aborted) stop();
            signal.addEventListener('abort', stop, { once: true });
            void started.promise.then(resolve);
          }),
        leave() {
          const index = places.indexOf(place);
          if (index !== -1) places.splice(index, 1);
          startDue();
        },
      };
    },
  };
}
