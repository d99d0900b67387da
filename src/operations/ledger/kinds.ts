import type { Kind } from '../../credits/verify-rows.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';
import { TASTE_PREFIX, tasteDocument } from '../../tastes/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: TASTE_PREFIX, documentOf: (userId = '') => tasteDocument(userId) },
  { prefix: 'open:' },
  { prefix: 'retry:' },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
