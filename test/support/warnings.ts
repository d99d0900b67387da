import { onTestFinished } from 'vitest';
import { type Warning, warningDocument, type WarningLevel } from '../../src/credits/documents.ts';
import { createSettings } from '../../src/settings/settings.ts';
import type { Store } from '../../src/storage/store.ts';
import { createWarnings } from '../../src/telling/warnings.ts';
import { CHANNEL, GUILD } from './snowflakes.ts';
import { type Answer, tellingRoom } from './telling.ts';

const MONTH = '2026-11';

/**
 * A server with a budget of 100 whose warnings go to one channel, which answers as it is told to.
 * Waits end when the test says so.
 */
export async function warningScene(
  answer?: Answer,
  {
    stored,
    logChannel = CHANNEL,
  }: { readonly stored?: Store; readonly logChannel?: string | null } = {},
) {
  const { room, ...scene } = await tellingRoom(answer, stored);
  const { store } = scene;
  const settings = createSettings(store, { price: 6, budget: 100, cooldownMs: 0 });
  const warnings = createWarnings({ ...room, settings });
  onTestFinished(() => warnings.stop());
  if (logChannel !== null) {
    await settings.change(GUILD, (now) => ({ answer: 0, settings: { ...now, logChannel } }));
  }
  return {
    ...scene,
    settings,
    warnings,
    /** Leaves a warning to be told, as the ledger does. */
    leave: (level: WarningLevel, warning: Omit<Warning, 'v'>, guildId = GUILD) =>
      store.update({ it: warningDocument(guildId, MONTH, level) }, () => ({
        answer: undefined,
        write: { it: { v: 1 as const, ...warning } },
      })),
    /** Warnings that are not told yet. */
    left: () => store.keys('warning:'),
  };
}
