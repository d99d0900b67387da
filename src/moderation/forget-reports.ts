import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../storage/store.ts';
import { FORGOTTEN } from './case-documents.ts';
import {
  dueDocument,
  HIDDEN_PREFIX,
  hiddenDocument,
  REPORT_PREFIX,
  type Report,
  reportDocument,
} from './report-documents.ts';

/**
 * A report without a member; null where it is about them, undefined where it does not name them. That
 * somebody reported it stays, or their being forgotten could keep it from being hidden.
 */
function reportWithout(report: Report, userId: string): Report | null | undefined {
  if (report.author === userId) return null;
  const by = report.by.map((each) => {
    const user = each.user === userId ? FORGOTTEN : each.user;
    const isSilent = user === FORGOTTEN || each.reason?.includes(userId);
    return { ...each, user, reason: isSilent ? null : each.reason };
  });
  if (isDeepStrictEqual(by, report.by)) return undefined;
  return { ...report, by };
}

const placeIn = (key: string, prefix: string): [guildId: string, messageId: string] => {
  const [guildId = '', messageId = ''] = key.slice(prefix.length).split(':');
  return [guildId, messageId];
};

/**
 * Forgets a member in what was reported, and their pictures that are hidden. What is broken stays,
 * because nobody knows whom it names. Throws StoreError when the database fails.
 */
export async function forgetReports(store: Store, userId: string): Promise<void> {
  for await (const { key, value } of store.scan(REPORT_PREFIX)) {
    const place = placeIn(key, REPORT_PREFIX);
    const report = reportDocument(...place);
    const { data } = report.schema.safeParse(value);
    const after = data && reportWithout(data, userId);
    if (after === undefined) continue;
    await store.update({ report, due: dueDocument(...place) }, () => ({
      answer: undefined,
      write: { report: after, ...(after === null && { due: null }) },
    }));
  }
  for await (const { key, value } of store.scan(HIDDEN_PREFIX)) {
    const hidden = hiddenDocument(...placeIn(key, HIDDEN_PREFIX));
    const { data } = hidden.schema.safeParse(value);
    // What a message says above pictures names who asked for them, also where nobody knows otherwise.
    if (data?.author !== userId && !data?.content.includes(`<@${userId}>`)) continue;
    await store.update({ hidden }, () => ({ answer: undefined, write: { hidden: null } }));
  }
}
