import type { Kind } from '../../credits/verify-rows.ts';
import { openDocument } from '../../discord/open-interactions.ts';
import { retryDocument } from '../../discord/retries.ts';
import {
  PICTURE_PREFIX,
  pictureDocument,
  SHOWN_PREFIX,
  shownDocument,
} from '../../pictures/documents.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';
import { TASTE_PREFIX, tasteDocument } from '../../tastes/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: TASTE_PREFIX, documentOf: (userId = '') => tasteDocument(userId) },
  { prefix: PICTURE_PREFIX, documentOf: (id = '') => pictureDocument(id) },
  {
    prefix: SHOWN_PREFIX,
    documentOf: (guild = '', user = '', messageId = '') =>
      shownDocument({ guild, user }, messageId),
  },
  { prefix: 'open:', documentOf: (interactionId = '') => openDocument(interactionId) },
  { prefix: 'retry:', documentOf: (id = '') => retryDocument(id) },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
