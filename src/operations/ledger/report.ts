import { type ReportLine, reportBooks } from '../../credits/report.ts';
import { budgetDocument } from '../../settings/documents.ts';
import { BrokenDocumentError, type Store } from '../../storage/store.ts';
import { done, grouped, type Outcome } from './command.ts';
import type { BooksSettings } from './environment.ts';
import { look } from './look.ts';

const HEADINGS = ['server', 'month', 'budget', 'used', 'held', 'forgotten', 'members'];

async function linesOf(store: Store, everybody: number | null): Promise<ReportLine[]> {
  return reportBooks(
    (...range) => store.scan(...range),
    async (guildId) => {
      try {
        const budget = await store.read(budgetDocument(guildId));
        return budget === undefined ? everybody : budget.monthly;
      } catch (error) {
        if (error instanceof BrokenDocumentError) return undefined;
        throw error;
      }
    },
  );
}

function budgetText(budget: ReportLine['budget']): string {
  if (budget === undefined) return 'unreadable';
  return budget === null ? 'unlimited' : grouped(budget);
}

function cells({ guildId, month, budget, totals, members }: ReportLine): string[] {
  const numbers =
    totals === null
      ? ['unreadable', '', '']
      : [totals.used, totals.held, totals.deleted].map(grouped);
  return [guildId, month, budgetText(budget), ...numbers, grouped(members)];
}

/** The sums of all lines, as the last line of the table. */
function totalCells(lines: readonly ReportLine[]): string[] {
  const sum = (pick: (totals: NonNullable<ReportLine['totals']>) => number): string =>
    grouped(lines.reduce((total, { totals }) => total + (totals === null ? 0 : pick(totals)), 0));
  const numbers = [sum(({ used }) => used), sum(({ held }) => held), sum(({ deleted }) => deleted)];
  return ['total', '', '', ...numbers, ''];
}

/** Sets cells in columns: the first two to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const set = (row: readonly string[]): string =>
    widths
      .map((width, at) =>
        at < 2 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd();
  return rows.map(set).join('\n');
}

/** What each server used, month by month. */
export async function report(settings: BooksSettings, json: boolean): Promise<Outcome> {
  const lines = await look(settings.path, (store) => linesOf(store, settings.budget));
  if (json) {
    const told = lines.map(({ budget = 'unreadable', ...line }) => ({ ...line, budget }));
    return done(JSON.stringify(told, null, 2));
  }
  if (lines.length === 0) return done('Nothing was used yet.');
  return done(table([HEADINGS, ...lines.map(cells), totalCells(lines)]));
}
