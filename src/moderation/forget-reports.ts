import type { Store } from '../storage/store.ts';
import { FORGOTTEN } from './case-documents.ts';
import {
  DUE_PREFIX,
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
  if (!report.by.some(({ user }) => user === userId)) return undefined;
  const by = report.by.map((each) =>
    each.user === userId ? { ...each, user: FORGOTTEN, reason: null } : each,
  );
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
  const gone = new Set<string>();
  for await (const { key, value } of store.scan(REPORT_PREFIX)) {
    const report = reportDocument(...placeIn(key, REPORT_PREFIX));
    const { data } = report.schema.safeParse(value);
    const after = data && reportWithout(data, userId);
    if (after === undefined) continue;
    if (after === null) gone.add(key.slice(REPORT_PREFIX.length));
    await store.update({ report }, () => ({ answer: undefined, write: { report: after } }));
  }
  for await (const { key, value } of store.scan(DUE_PREFIX)) {
    const due = dueDocument(...placeIn(key, DUE_PREFIX));
    if (!gone.has(key.slice(DUE_PREFIX.length)) || !due.schema.safeParse(value).success) continue;
    await store.update({ due }, () => ({ answer: undefined, write: { due: null } }));
  }
  for await (const { key, value } of store.scan(HIDDEN_PREFIX)) {
    const hidden = hiddenDocument(...placeIn(key, HIDDEN_PREFIX));
    const { data } = hidden.schema.safeParse(value);
    // What a message says above pictures names who asked for them, also where nobody knows otherwise.
    if (data?.author !== userId && !data?.content.includes(`<@${userId}>`)) continue;
    await store.update({ hidden }, () => ({ answer: undefined, write: { hidden: null } }));
  }
}
