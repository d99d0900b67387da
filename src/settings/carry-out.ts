import type { Logger } from 'pino';
import { type ChangeVerdict, changeSettings } from './change.ts';
import type { SettingsChange } from './orders.ts';
import type { Overview, Settings } from './settings.ts';

/** Who asks for a change, and where. */
export interface Asking {
  readonly interactionId: string;
  readonly guildId: string;
  readonly userId: string;
}

/** What became of a change, and how things stand now; absent where that could not be read. */
export interface Outcome {
  readonly verdict: ChangeVerdict;
  readonly now?: Overview;
}

/** Changes a server's settings and logs it. Throws as `Settings` does when it cannot be written. */
export async function carryOut(
  change: SettingsChange,
  { interactionId, guildId, userId }: Asking,
  { settings, log }: { readonly settings: Settings; readonly log: Logger },
): Promise<Outcome> {
  const { budget } = await settings.view(guildId);
  const verdict = await settings.change(guildId, (now) =>
    changeSettings(now, change, { guildId, budget }),
  );
  const facts = { interaction: interactionId, guild: guildId, member: userId };
  const isDone = ['limits', 'cleared', 'log'].includes(verdict.kind);
  log.info(
    { ...facts, change, verdict },
    isDone ? 'settings changed' : 'settings left as they are',
  );
  const now = await settings.overview(guildId, interactionId).catch((err: unknown) => {
    log.error({ err, ...facts }, 'what is used could not be read');
  });
  return { verdict, ...(now && { now }) };
}
