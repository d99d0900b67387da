import { type REST, Routes } from 'discord.js';
import { ownersOf, ownershipSchema } from '../owners.ts';
import { bounded } from './rest/bounded.ts';

/** The owners of the bot. */
export interface Owners {
  /** Whether somebody is one. Throws as @discordjs/rest does when Discord must be asked and fails. */
  include(userId: string): Promise<boolean>;
}

/** The answer is needed within the 3 s of an interaction's first answer. */
const ANSWER = { usual: 1_500, hurried: 500 };

/** How long Discord's word holds: somebody who left the team has no say after this. */
const KEPT_MS = 5 * 60_000;

/**
 * The configured owners, or else those of the application, whom Discord is asked for when it matters
 * and again when its word is old. `hurry` is aborted when the bot must stop.
 */
export function createOwners(
  configured: readonly string[],
  rest: Pick<REST, 'get'>,
  hurry: AbortSignal,
  now: () => number,
): Owners {
  let known: { readonly ids: readonly string[]; readonly at: number } | undefined;

  async function ask(): Promise<readonly string[]> {
    const application = await bounded(ANSWER, hurry, (signal) =>
      rest.get(Routes.currentApplication(), { signal }),
    );
    const ids = ownersOf(ownershipSchema.parse(application)).map(({ id }) => id);
    known = { ids, at: now() };
    return ids;
  }

  return {
    async include(userId) {
      if (configured.length > 0) return configured.includes(userId);
      const isFresh = known !== undefined && Math.abs(now() - known.at) < KEPT_MS;
      const ids = known !== undefined && isFresh ? known.ids : await ask();
      return ids.includes(userId);
    },
  };
}
