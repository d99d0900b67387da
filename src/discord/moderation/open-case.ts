import type { Case } from '../../moderation/case-documents.ts';
import type { Reports } from '../../moderation/reports.ts';
import { BrokenDocumentError } from '../../storage/store.ts';

/**
 * Whether somebody can decide about a case: a review that waits, or a report that is still kept, which
 * is not for as long as its case. Throws StoreError when the database fails.
 */
export async function isOpen(
  guildId: string,
  { facts, end, link }: Pick<Case, 'facts' | 'end' | 'link'>,
  reports: Pick<Reports, 'of'>,
): Promise<boolean> {
  if (end !== null) return false;
  if (facts.kind === 'review') return true;
  if (facts.kind !== 'report' || link === null) return false;
  try {
    return (await reports.of(guildId, link.message)) !== undefined;
  } catch (error) {
    // What cannot be read is there: whoever opens the case is told so.
    if (error instanceof BrokenDocumentError) return true;
    throw error;
  }
}
