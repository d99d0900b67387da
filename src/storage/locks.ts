/** Runs work on the same keys one after another, work on other keys side by side. */
export interface Locks {
  run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;
  /** How many keys are locked or waited for. */
  readonly size: number;
}

/** A lock per key. Keys are taken together, so that two callers can never wait for each other. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<void>>();

  return {
    get size() {
      return tails.size;
    },

    async run(keys, work) {
      const before = keys.map((key) => tails.get(key) ?? Promise.resolve());
      const { promise: done, resolve: release } = Promise.withResolvers<void>();
      for (const key of keys) tails.set(key, done);
      try {
        await Promise.all(before);
        return await work();
      } finally {
        for (const key of keys) if (tails.get(key) === done) tails.delete(key);
        release();
      }
    },
  };
}
