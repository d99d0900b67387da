import type { Store } from '../storage/store.ts';
import { caseDocument, untoldDocument } from './case-documents.ts';
import type { Cases } from './cases.ts';
import {
  countedReports,
  dueDocument,
  type Hidden,
  hiddenDocument,
  MAX_REPORTS,
  NEWLY_DUE,
  type Report,
  reportDocument,
} from './report-documents.ts';

/** One member's report of the pictures of a message. */
export interface NewReport extends Pick<Report, 'channel' | 'pictures' | 'record'> {
  readonly interactionId: string;
  readonly messageId: string;
  /** Who reports. */
  readonly userId: string;
  /** At most 500 UTF-16 units; null is none. */
  readonly reason: string | null;
  /** Whether it counts towards hiding the pictures. */
  readonly counts: boolean;
  readonly author: string | null;
}

/** What came of a report. `counted` is how many count towards hiding the pictures by now. */
export type Filed =
  | { readonly kind: 'filed'; readonly counted: number; readonly report: Report }
  /** This member reported it before. */
  | { readonly kind: 'reported-before' }
  /** Moderators have decided about these pictures. */
  | { readonly kind: 'decided' }
  /** So many reported it that one more would change nothing. */
  | { readonly kind: 'enough' };

/**
 * What members reported, by the messages that it is in, and pictures that are hidden. Every method
 * throws StoreError when the database fails and BrokenDocumentError when what is stored is broken.
 */
export interface Reports {
  /**
   * Opens a case, or adds to the one that there is: one report of each member and message. One that
   * counts makes it due to look whether there are enough by now, in the same write.
   */
  file(guildId: string, report: NewReport): Promise<Filed>;
  of(guildId: string, messageId: string): Promise<Report | undefined>;
  hidden(guildId: string, messageId: string): Promise<Hidden | undefined>;
  /** Keeps what is hidden, or with null lets go of it. */
  keepHidden(guildId: string, messageId: string, hidden: Hidden | null): Promise<void>;
}

/**
 * Who reported, with room for one more; undefined where there is none. One that does not count gives
 * way to one that does, or members who are blocked could keep pictures from being hidden.
 */
function withRoom(by: Report['by'], counts: boolean): Report['by'] | undefined {
  if (by.length < MAX_REPORTS) return by;
  const idle = counts ? by.findLastIndex((each) => !each.counts) : -1;
  return idle < 0 ? undefined : by.toSpliced(idle, 1);
}

/**
 * The reports in a store.
 * @param ring called when there is news for a log channel.
 */
export function createReports(
  store: Store,
  cases: Pick<Cases, 'openBeside'>,
  ring: () => void,
): Reports {
  const of = (guildId: string, messageId: string) => store.read(reportDocument(guildId, messageId));

  /** The first report of a message; undefined where another one came before. */
  function begin(guildId: string, given: NewReport): Promise<Filed | undefined> {
    const { messageId, channel, author, pictures, record, userId, reason, counts } = given;
    const head = {
      interactionId: given.interactionId,
      actor: userId,
      target: author,
      link: { channel, message: messageId },
      reason,
    };
    const row = reportDocument(guildId, messageId);
    const due = { document: dueDocument(guildId, messageId), value: NEWLY_DUE };
    return cases.openBeside<Report, Filed | undefined>(
      guildId,
      head,
      row,
      (now, number) => {
        if (now !== undefined) return { answer: undefined };
        const by = [{ user: userId, reason: reason || null, counts }];
        const report: Report = { v: 1, case: number, channel, author, pictures, record, by };
        const answer = { kind: 'filed' as const, counted: countedReports(report), report };
        return { facts: { kind: 'report' }, write: report, answer };
      },
      counts ? due : undefined,
    );
  }

  async function join(guildId: string, { case: number }: Report, given: NewReport): Promise<Filed> {
    const { messageId, userId, reason, counts } = given;
    const documents = {
      report: reportDocument(guildId, messageId),
      entry: { ...caseDocument(guildId, number), shared: true as const },
      untold: untoldDocument(guildId, number, 'counted'),
      due: dueDocument(guildId, messageId),
    };
    const filed = await store.update<typeof documents, Filed>(documents, (now) => {
      const { report, entry, due = NEWLY_DUE } = now;
      if (report === undefined || entry === undefined) return { answer: { kind: 'decided' } };
      if (report.by.some(({ user }) => user === userId)) {
        return { answer: { kind: 'reported-before' } };
      }
      if (entry.end !== null) return { answer: { kind: 'decided' } };
      const before = withRoom(report.by, counts);
      if (before === undefined) return { answer: { kind: 'enough' } };
      const by = [...before, { user: userId, reason: reason || null, counts }];
      const after: Report = { ...report, by };
      return {
        answer: { kind: 'filed', counted: countedReports(after), report: after },
        write: {
          report: after,
          untold: { v: 1, news: 'counted', reports: by.length },
          ...(counts && { due }),
        },
      };
    });
    if (filed.kind === 'filed') ring();
    return filed;
  }

  return {
    async file(guildId, given) {
      const before = await of(guildId, given.messageId);
      if (before !== undefined) return join(guildId, before, given);
      const begun = await begin(guildId, given);
      if (begun !== undefined) return begun;
      const other = await of(guildId, given.messageId);
      return other === undefined ? { kind: 'decided' } : join(guildId, other, given);
    },

    of,

    hidden: (guildId, messageId) => store.read(hiddenDocument(guildId, messageId)),

    keepHidden: (guildId, messageId, hidden) =>
      store.update({ row: hiddenDocument(guildId, messageId) }, () => ({
        answer: undefined,
        write: { row: hidden },
      })),
  };
}
