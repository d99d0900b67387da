import type { BooksWrite } from './books.ts';
import type { ServerMonth, WarningLevel } from './documents.ts';

/** How much of a budget is gone, as a level to warn at: 100 when no further picture fits. */
function levelOf(used: number, budget: number, price: number): WarningLevel | undefined {
  if (!Number.isFinite(budget)) return undefined;
  if (budget - used < price) return 100;
  return used >= 0.8 * budget ? 80 : undefined;
}

/**
 * The warning that is due for a server's month, once for each level of each budget, as the write that
 * remembers it and leaves it to be told; undefined when none is.
 */
export function warningDue(
  server: ServerMonth,
  budget: number,
  price: number,
): Pick<Required<BooksWrite>, 'server' | 'warning'> | undefined {
  const { used, warned } = server;
  const level = levelOf(used, budget, price);
  const told = warned?.budget === budget ? warned.level : 0;
  if (level === undefined || level <= told) return undefined;
  return {
    server: { ...server, warned: { level, budget } },
    warning: { level, document: { v: 1, used, budget } },
  };
}
