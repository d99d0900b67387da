import type { Kind } from '../../credits/verify-rows.ts';
import { PICTURE_PREFIX, pictureDocument } from '../../pictures/records.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';
import { TASTE_PREFIX, tasteDocument } from '../../tastes/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: TASTE_PREFIX, documentOf: (userId = '') => tasteDocument(userId) },
  { prefix: 'open:' },
  { prefix: 'retry:' },
  { prefix: PICTURE_PREFIX, documentOf: (id = '') => pictureDocument(id) },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
