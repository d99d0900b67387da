import type { Store } from '../storage/store.ts';
import { CREDITS_PREFIX } from './documents.ts';
import { monthsIn } from './report-months.ts';
import type { MonthName } from './keys.ts';

/** What a server used in a month, in credits. */
export interface ReportLine extends MonthName {
  /** Null is unlimited; undefined when it cannot be read. */
  readonly budget: number | null | undefined;
  /** What was used and what is held; null when the server's own document cannot be read. */
  readonly totals: {
    readonly used: number;
    readonly held: number;
    /** The part of `used` whose members asked to be forgotten. */
    readonly deleted: number;
  } | null;
  /** Members with a share of it, without those who were forgotten. */
  readonly members: number;
}

/** Every server's months, in the order of their keys. Memory grows with the lines alone. */
export async function reportBooks(
  scan: Store['scan'],
  budgetOf: (guildId: string) => Promise<ReportLine['budget']>,
): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for await (const { guildId, month, server, members } of monthsIn(scan(CREDITS_PREFIX))) {
    const totals = server && { used: server.used, held: server.held, deleted: server.deleted };
    const budget = await budgetOf(guildId);
    lines.push({ guildId, month, budget, totals: totals ?? null, members: members.count });
  }
  return lines;
}
