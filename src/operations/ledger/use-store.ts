import { openStore } from '../../storage/keyv-store.ts';
import type { Migrations } from '../../storage/schema.ts';
import type { Store } from '../../storage/store.ts';

/**
 * Opens a database that no bot runs on, for as long as the work takes.
 * @param migrations what may bring an older file up to date; without one it is refused.
 * @throws StoreError with a sentence for the operator.
 */
export async function useStore<T>(
  path: string,
  work: (store: Store) => Promise<T>,
  migrations?: Migrations,
): Promise<T> {
  const store = await openStore(path, Date.now, migrations);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
