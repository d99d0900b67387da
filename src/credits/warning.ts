import type { BooksWrite } from './books.ts';
import type { ServerMonth, WarningLevel } from './documents.ts';

/** How much of a budget is gone, as a level to warn at: 100 when no further picture fits. */
function levelOf(used: number, budget: number, price: number): WarningLevel | undefined {
  if (budget - used < price) return 100;
  return used >= 0.8 * budget ? 80 : undefined;
}

/** A server's month under the budget of now: another budget than before is warned of anew. */
export function underBudget(server: ServerMonth, budget: number): ServerMonth {
  if (server.warned?.budget === budget) return server;
  return { ...server, warned: Number.isFinite(budget) ? { level: 0, budget } : null };
}

/**
 * The warning that is due for a server's month, once for each level of its budget, as the write that
 * remembers it and leaves it to be told; undefined when none is, and for a budget of before.
 */
export function warningDue(
  server: ServerMonth,
  budget: number | null,
  price: number,
): Pick<Required<BooksWrite>, 'server' | 'warning'> | undefined {
  const { used, warned } = server;
  if (warned === null || warned.budget !== budget) return undefined;
  const level = levelOf(used, budget, price);
  if (level === undefined || level <= warned.level) return undefined;
  return {
    server: { ...server, warned: { level, budget } },
    warning: { level, document: { v: 1, used, budget } },
  };
}
