import type { Logger } from 'pino';
import type { Store } from './store.ts';

const EVERY_MS = 3_600_000;

/** Deletes rows whose time is over, now and every hour. Returns what ends it. */
export function keepSwept(store: Store, log: Logger): () => void {
  const sweep = () => {
    store.sweep().catch((err: unknown) => log.error({ err }, 'old rows could not be swept'));
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  return () => clearInterval(timer);
}
