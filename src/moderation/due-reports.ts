import type { Store } from '../storage/store.ts';
import { untoldDocument } from './case-documents.ts';
import {
  countedReports,
  type Due,
  DUE_PREFIX,
  dueDocument,
  type Report,
  reportDocument,
} from './report-documents.ts';

/** A message whose reports something may follow from. */
interface DueMessage {
  readonly guildId: string;
  readonly messageId: string;
}

/**
 * What is still to follow from reports: rows that name nobody, and stay until it is done. Every method
 * throws StoreError when the database fails and BrokenDocumentError when a report is broken.
 */
export interface DueReports {
  all(): Promise<readonly DueMessage[]>;
  has(guildId: string, messageId: string): Promise<boolean>;
  /**
   * What is due where so many reports are enough; undefined where nothing is, and then it is let go of.
   * What was begun is due to its end.
   */
  still(
    guildId: string,
    messageId: string,
    enough: number,
  ): Promise<{ readonly due: Due; readonly report: Report } | undefined>;
  /** Notes that the bot sets out to hide the pictures, after so many reports. */
  begin(guildId: string, messageId: string, reports: number): Promise<void>;
  /** Nothing is to be done any more. */
  over(guildId: string, messageId: string): Promise<void>;
  /**
   * The same because Discord does not let the bot, after so many reports of a case; moderators are told
   * of that once.
   */
  stuck(
    guildId: string,
    messageId: string,
    of: { readonly case: number; readonly reports: number },
  ): Promise<void>;
}

/**
 * What is due, in a store.
 * @param ring called when there is news for a log channel.
 */
export function createDueReports(store: Store, ring: () => void): DueReports {
  return {
    async all() {
      return (await store.keys(DUE_PREFIX)).map((key) => {
        const [guildId = '', messageId = ''] = key.slice(DUE_PREFIX.length).split(':');
        return { guildId, messageId };
      });
    },

    has: async (guildId, messageId) =>
      (await store.read(dueDocument(guildId, messageId))) !== undefined,

    still(guildId, messageId, enough) {
      const documents = {
        due: dueDocument(guildId, messageId),
        report: { ...reportDocument(guildId, messageId), shared: true as const },
      };
      return store.update(documents, ({ due, report }) => {
        if (due === undefined) return { answer: undefined };
        const isDue =
          report !== undefined && (due.hiding !== null || countedReports(report) >= enough);
        return isDue ? { answer: { due, report } } : { answer: undefined, write: { due: null } };
      });
    },

    begin: (guildId, messageId, hiding) =>
      store.update({ due: dueDocument(guildId, messageId) }, ({ due }) => ({
        answer: undefined,
        ...(due && { write: { due: { ...due, hiding } } }),
      })),

    over: (guildId, messageId) =>
      store.update({ due: dueDocument(guildId, messageId) }, () => ({
        answer: undefined,
        write: { due: null },
      })),

    async stuck(guildId, messageId, { case: number, reports }) {
      const documents = {
        due: dueDocument(guildId, messageId),
        report: reportDocument(guildId, messageId),
        untold: untoldDocument(guildId, number, 'not-hidden'),
      };
      const isNews = await store.update(documents, ({ report }) => {
        const over = { due: null };
        if (report === undefined || report.stuck) return { answer: false, write: over };
        const told = { ...report, stuck: true as const };
        const untold = { v: 1 as const, news: 'not-hidden' as const, reports };
        return { answer: true, write: { ...over, report: told, untold } };
      });
      if (isNews) ring();
    },
  };
}
