import type { Kind } from '../../credits/verify-rows.ts';
import { openDocument } from '../../discord/open-interactions.ts';
import { owedDocument } from '../../discord/owed.ts';
import { retryDocument } from '../../discord/retries.ts';
import { PICTURE_PREFIX, pictureDocument } from '../../pictures/records.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';
import { TASTE_PREFIX, tasteDocument } from '../../tastes/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: TASTE_PREFIX, documentOf: (userId = '') => tasteDocument(userId) },
  { prefix: PICTURE_PREFIX, documentOf: (id = '') => pictureDocument(id) },
  { prefix: 'open:', documentOf: (interactionId = '') => openDocument(interactionId) },
  { prefix: 'retry:', documentOf: (id = '') => retryDocument(id) },
  { prefix: 'owed:', documentOf: (userId = '', id = '') => owedDocument(userId, id) },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
