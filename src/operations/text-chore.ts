import type { Logger } from 'pino';
import { pruneTexts } from '../moderation/prune-texts.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../storage/store.ts';
import type { Chore } from '../storage/sweep.ts';

/** Forgets in the quiet what was typed with cases, as each server's managers want it now. */
export const textChore = (
  store: Store,
  settings: Pick<Settings, 'view'>,
  log: Pick<Logger, 'error'>,
  now: () => number,
): Chore => {
  const daysOf = async (guildId: string): Promise<number | undefined> => {
    try {
      return (await settings.view(guildId)).policy.retentionDays;
    } catch (err) {
      log.error({ err, guild: guildId }, 'how long a server keeps prompts cannot be read');
      return undefined;
    }
  };
  return {
    name: 'forgetting prompts of cases',
    run: (signal) => pruneTexts({ store, daysOf, now }, signal),
  };
};
