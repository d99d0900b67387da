import type { Logger } from 'pino';
import type { Cases } from '../moderation/cases.ts';
import type { Facts } from '../moderation/facts.ts';
import { type ChangeVerdict, changeSettings, type Step } from './change.ts';
import { NEW_SETTINGS, settingsDocument } from './documents.ts';
import type { SettingsChange } from './orders.ts';
import type { Settings } from './settings.ts';

/** Who asks for a change, and where. */
export interface Asking {
  readonly interactionId: string;
  readonly guildId: string;
  readonly userId: string;
}

interface Tools {
  readonly settings: Settings;
  readonly cases: Pick<Cases, 'openBeside'>;
  readonly log: Logger;
  /** A change as the server's cases tell it. */
  readonly factsOf: (step: Step) => Facts;
}

/**
 * Changes one setting of a server and opens the case of it, in one write. Throws StoreError when it
 * cannot be written and BrokenDocumentError when what is stored is broken.
 */
export async function carryOut(
  change: SettingsChange,
  { interactionId, guildId, userId }: Asking,
  { settings, cases, log, factsOf }: Tools,
): Promise<ChangeVerdict> {
  const { budget } = await settings.view(guildId);
  const head = { interactionId, actor: userId };
  const row = settingsDocument(guildId);
  const verdict = await cases.openBeside(guildId, head, row, (now = NEW_SETTINGS) => {
    const { answer, settings: next } = changeSettings(now, change, { guildId, budget });
    if (next === undefined || answer.kind !== 'changed') return { answer };
    return { answer, write: next, facts: factsOf(answer) };
  });
  // No texts of the server's, and no names: what was changed is in its cases.
  const facts = { interaction: interactionId, guild: guildId, member: userId };
  const what = { setting: change.of, of: change.kind, verdict: verdict.kind };
  const isDone = verdict.kind === 'changed';
  log.info({ ...facts, ...what }, isDone ? 'settings changed' : 'settings left as they are');
  return verdict;
}
