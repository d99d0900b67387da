import type { Kind } from '../../credits/verify-rows.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: 'open:' },
  { prefix: 'retry:' },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
