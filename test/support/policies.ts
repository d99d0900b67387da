import type { Discord } from '../../playground/discord/index.ts';
import type { ServerSettings } from '../../src/settings/documents.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/storage/keyv-store.ts';

/** Sets what managers decide, by server, in a database that no bot uses. */
export async function setPolicies(
  file: string,
  policies: Readonly<Record<string, Partial<ServerSettings>>>,
): Promise<void> {
  const store = await openStore(file, Date.now);
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  for (const [guildId, policy] of Object.entries(policies)) {
    await settings.change(guildId, (now) => ({
      answer: undefined,
      settings: { ...now, ...policy },
    }));
  }
  await store.close();
}

/** The studio's log channel is #mod-log. */
export const toldInModLog = ({ guilds, channels }: Discord['world']) => ({
  [guilds.studio.id]: { logChannel: channels.modLog.id },
});
