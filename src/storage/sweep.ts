import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Wait } from '../wait.ts';
import type { Store } from './store.ts';

const EVERY_MS = 3_600_000;

/** Something to do in the quiet, and again every hour; the signal asks it to end early. */
export interface Chore {
  /** For the log: what could not be done. */
  readonly name: string;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
}

const hostWait: Wait = (ms, signal) => sleep(ms, undefined, signal && { signal }).catch(() => {});

/**
 * Deletes rows whose time is over and then does the chores, one after another, now and every hour.
 * One that fails is logged and the next is done. Returns what ends it, and resolves when nothing runs
 * any more.
 */
export function keepSwept(
  store: Store,
  log: Logger,
  chores: readonly Chore[] = [],
  wait: Wait = hostWait,
): () => Promise<void> {
  const end = new AbortController();
  const { signal } = end;
  const sweeping: Chore = { name: 'sweeping', run: (until) => store.sweep(until) };

  async function tidy(): Promise<void> {
    while (!signal.aborted) {
      for (const { name, run } of [sweeping, ...chores]) {
        if (signal.aborted) return;
        await run(signal).catch((err: unknown) => log.error({ err, chore: name }, 'upkeep failed'));
      }
      await wait(EVERY_MS, signal);
    }
  }

  const done = tidy();
  return () => {
    end.abort();
    return done;
  };
}
