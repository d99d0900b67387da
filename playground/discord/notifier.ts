/** Lets waiters look again whenever anything changed, so that nothing has to poll. */
export interface Notifier {
  /** Says that something may now be different. */
  readonly changed: () => void;
  /** Runs `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Waits until `look` finds something other than undefined.
   * Rejects with `explain()` after `withinMs` milliseconds, or with whatever `look` throws.
   */
  readonly until: <T>(
    look: () => T | undefined,
    withinMs: number,
    explain: () => string,
  ) => Promise<T>;
}

export function createNotifier(): Notifier {
  const listeners = new Set<() => void>();
  const subscribe: Notifier['subscribe'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    subscribe,
    changed() {
      for (const listener of listeners) listener();
    },
    until(look, withinMs, explain) {
      return new Promise((resolve, reject) => {
        const check = (): void => {
          try {
            const found = look();
            if (found === undefined) return;
            end();
            resolve(found);
          } catch (cause) {
            end();
            reject(cause);
          }
        };
        const unsubscribe = subscribe(check);
        const timer = setTimeout(() => {
          end();
          reject(new Error(explain()));
        }, withinMs);
        const end = (): void => {
          clearTimeout(timer);
          unsubscribe();
        };
        check();
      });
    },
  };
}
