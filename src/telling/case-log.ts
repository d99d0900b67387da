import type { MessageBody } from '../discord/rest/interaction-api.ts';
import {
  type Case,
  caseDocument,
  newsIn,
  UNTOLD_PREFIX,
  type Untold,
  untoldDocument,
} from '../moderation/case-documents.ts';
import { reportDocument } from '../moderation/report-documents.ts';
import type { Settings } from '../settings/settings.ts';
import { BrokenDocumentError } from '../storage/store.ts';
import { createTeller, type Outbox, type Teller, type TellingRoom } from './teller.ts';
import { brokenCaseText, caseText } from '../words/cases.ts';
import { countedText, stuckText } from '../words/reports.ts';

/** What telling cases needs. */
export interface CaseLogRoom extends TellingRoom {
  readonly settings: Pick<Settings, 'view'>;
  /** What moderators can press under a case, as it is now. */
  readonly buttonsFor: (entry: Case) => NonNullable<MessageBody['components']>;
}

/** Which case a key names, and what of it is to be told. */
function dueIn(key: string) {
  const [guildId = '', digits, news] = key.slice(UNTOLD_PREFIX.length).split(':');
  return { guildId, number: Number(digits), news: newsIn(news) };
}

/**
 * News of cases as the moderation leaves them, in the order of their numbers. What was typed is not
 * told: a message in a channel would keep it for longer than the server wants.
 */
const newsOf = ({ store, settings, buttonsFor, log }: CaseLogRoom): Outbox<Untold> => ({
  prefix: UNTOLD_PREFIX,
  documentOf(key) {
    const { guildId, number, news } = dueIn(key);
    return untoldDocument(guildId, number, news);
  },
  async compose(key, { reports, news }) {
    const { guildId, number } = dueIn(key);
    const { settings: set } = await settings.view(guildId);
    if (set.logChannel === undefined) return undefined;
    const channelId = set.logChannel;
    try {
      const entry = await store.read(caseDocument(guildId, number));
      if (entry === undefined) return undefined;
      const told = { guildId, number, entry };
      // It is over by now, which is told of next.
      if (news === 'delayed' && entry.end !== null) return undefined;
      if (news === 'not-hidden') {
        if (entry.end !== null || reports === undefined) return undefined;
        return { channelId, content: stuckText(told, reports), components: buttonsFor(entry) };
      }
      if (news === 'counted') {
        const report =
          entry.link && (await store.read(reportDocument(guildId, entry.link.message)));
        if (!report) return undefined;
        // More may have come since the row was read: they are told of next.
        const by = report.by.slice(0, reports);
        return { channelId, content: countedText(number, { ...report, by }) };
      }
      const components = news === 'begun' ? buttonsFor(entry) : [];
      const buttons = components.length > 0 && { components };
      return { channelId, content: caseText(told, news), ...buttons };
    } catch (err) {
      if (!(err instanceof BrokenDocumentError)) throw err;
      log.error({ err, guild: guildId, case: number }, 'a case cannot be read');
      return { channelId, content: brokenCaseText(number) };
    }
  },
  factsOf(key) {
    const { guildId: guild, number, news } = dueIn(key);
    return { guild, case: number, news };
  },
  words: {
    said: 'a server was told of a case',
    refused: 'Discord does not let a server be told of a case',
    late: 'a server could not be told of a case yet',
    failed: 'a server could not be told of a case',
  },
});

/** Tells servers in their log channels of their cases. */
export const createCaseLog = (room: CaseLogRoom): Teller => createTeller(newsOf(room), room);
