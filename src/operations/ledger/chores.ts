import type { Logger } from 'pino';
import { prune } from '../../credits/prune.ts';
import { findWrongMonths } from '../../credits/verify-live.ts';
import type { Store } from '../../storage/store.ts';
import type { Chore } from '../../storage/sweep.ts';

/** What the running bot does for its books in the quiet. `now` is the host's clock, in milliseconds. */
export const ledgerChores = (
  store: Store,
  log: Pick<Logger, 'error'>,
  now: () => number,
): readonly Chore[] => [
  { name: 'forgetting old books', run: (signal) => prune(store, now, signal) },
  {
    name: 'adding up the books',
    async run(signal) {
      for (const where of await findWrongMonths(store, signal)) {
        log.error(where, 'the books of this server are wrong; see "npm run ledger -- verify"');
      }
    },
  },
];
