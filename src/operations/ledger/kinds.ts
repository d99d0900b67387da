import type { Kind } from '../../credits/verify-rows.ts';
import { openDocument } from '../../discord/open-interactions.ts';
import { retryDocument } from '../../discord/retries.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: 'open:', documentOf: (interactionId = '') => openDocument(interactionId) },
  { prefix: 'retry:', documentOf: (id = '') => retryDocument(id) },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
