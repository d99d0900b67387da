import type { Kind } from '../../credits/verify-rows.ts';
import { openDocument } from '../../discord/delivery/open-interactions.ts';
import { owedDocument } from '../../discord/delivery/owed.ts';
import { retryDocument } from '../../discord/delivery/retries.ts';
import { BLOCK_PREFIX, blockDocument } from '../../moderation/block-documents.ts';
import {
  CASE_PREFIX,
  caseDocument,
  COUNTER_PREFIX,
  counterDocument,
  INDEX_PREFIX,
  indexDocument,
  indexedNumber,
  indexPrefix,
  newsIn,
  TEXT_PREFIX,
  textDocument,
  UNTOLD_PREFIX,
  untoldDocument,
} from '../../moderation/case-documents.ts';
import { RULES_PREFIX, rulesDocument } from '../../moderation/rules/documents.ts';
import {
  DUE_PREFIX,
  dueDocument,
  HIDDEN_PREFIX,
  hiddenDocument,
  REPORT_PREFIX,
  reportDocument,
} from '../../moderation/report-documents.ts';
import {
  PICTURE_PREFIX,
  pictureDocument,
  SHOWN_PREFIX,
  shownDocument,
} from '../../pictures/documents.ts';
import { REVIEW_PREFIX, reviewDocument } from '../../reviews/documents.ts';
import { budgetDocument, settingsDocument } from '../../settings/documents.ts';
import { MUTE_PREFIX, muteDocument } from '../../settings/mute.ts';
import { TASTE_PREFIX, tasteDocument } from '../../tastes/documents.ts';

/** What Easel keeps beside the ledger. */
export const OTHER_KINDS: readonly Kind[] = [
  { prefix: 'budget:', documentOf: (guildId = '') => budgetDocument(guildId) },
  { prefix: 'settings:', documentOf: (guildId = '') => settingsDocument(guildId) },
  { prefix: MUTE_PREFIX, documentOf: (guildId = '') => muteDocument(guildId) },
  { prefix: TASTE_PREFIX, documentOf: (userId = '') => tasteDocument(userId) },
  { prefix: PICTURE_PREFIX, documentOf: (id = '') => pictureDocument(id) },
  { prefix: COUNTER_PREFIX, documentOf: (guildId = '') => counterDocument(guildId) },
  {
    prefix: CASE_PREFIX,
    documentOf: (guildId = '', number = '') => caseDocument(guildId, Number(number)),
  },
  {
    prefix: TEXT_PREFIX,
    documentOf: (guildId = '', number = '') => textDocument(guildId, Number(number)),
  },
  {
    prefix: INDEX_PREFIX,
    documentOf: (guildId = '', userId = '', down = '') =>
      indexDocument(guildId, userId, indexedNumber(`${indexPrefix(guildId, userId)}${down}`)),
  },
  {
    prefix: UNTOLD_PREFIX,
    documentOf: (guildId = '', number = '', news = '') =>
      untoldDocument(guildId, Number(number), newsIn(news)),
  },
  {
    prefix: BLOCK_PREFIX,
    documentOf: (guildId = '', userId = '') => blockDocument(guildId, userId),
  },
  { prefix: RULES_PREFIX, documentOf: (guildId = '') => rulesDocument(guildId) },
  {
    prefix: REPORT_PREFIX,
    documentOf: (guildId = '', messageId = '') => reportDocument(guildId, messageId),
  },
  {
    prefix: DUE_PREFIX,
    documentOf: (guildId = '', messageId = '') => dueDocument(guildId, messageId),
  },
  {
    prefix: HIDDEN_PREFIX,
    documentOf: (guildId = '', messageId = '') => hiddenDocument(guildId, messageId),
  },
  {
    prefix: SHOWN_PREFIX,
    documentOf: (guild = '', user = '', messageId = '') =>
      shownDocument({ guild, user }, messageId),
  },
  { prefix: REVIEW_PREFIX, documentOf: (interactionId = '') => reviewDocument(interactionId) },
  { prefix: 'open:', documentOf: (interactionId = '') => openDocument(interactionId) },
  { prefix: 'retry:', documentOf: (id = '') => retryDocument(id) },
  { prefix: 'owed:', documentOf: (userId = '', id = '') => owedDocument(userId, id) },
  { prefix: 'commands:' },
  { prefix: 'probe' },
];
