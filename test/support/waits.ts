/** A wait that began: for how long, and what ends it. */
interface Pause {
  readonly ms: number;
  readonly end: () => void;
}

/** Waits that end when a test says so. */
export function waits() {
  const begun: PromiseWithResolvers<Pause>[] = [];
  const nth = (index: number) => (begun[index] ??= Promise.withResolvers<Pause>());
  let next = 0;
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve();
      signal?.addEventListener('abort', () => resolve(), { once: true });
      nth(next).resolve({ ms, end: resolve });
      next += 1;
    });
  /** The so-manieth wait, the first being 1, once it begins. */
  const waited = (count: number): Promise<Pause> => nth(count - 1).promise;
  return { wait, waited };
}
