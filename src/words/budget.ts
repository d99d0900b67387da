import type { Overview } from '../settings/settings.ts';
import { budgetAmount } from './limits.ts';
import { UNCHANGED } from './state.ts';
import { counted } from './text.ts';

/** For everybody but the bot's owners. */
export const BUDGET_NOT_ALLOWED = `Only the bot’s owner can see or change a server’s budget here. ${UNCHANGED} Members who manage this server set lower limits with \`/settings\`.`;

/** For a Discord that does not say whose the bot is. */
export const BUDGET_OWNERS_UNKNOWN = `Discord did not say just now who owns this bot. ${UNCHANGED} Please try again in a minute, or set OWNER_IDS.`;

/** For an id that is none, or a number out of its bounds. */
export const BUDGET_UNKNOWN = `This is not a budget that can be set. ${UNCHANGED} A server’s id is a number of 17 to 20 digits, and a budget is from 0 to 1000000000 credits; 0 is unlimited.`;

/** For a database that failed; a write may have happened all the same. */
export const BUDGET_UNAVAILABLE =
  'This server’s budget cannot be read or written right now. Please look with `/budget show` before you try again; the log says more.';

/** A server's budget before it was changed; null was everybody's. Absent: it was not changed. */
export interface BudgetChange {
  readonly before: number | null;
}

/** What an owner is told of a server's budget, and of what is used. */
export function budgetAnswer(
  serverId: string,
  { view, gauges: [{ used }] }: Overview,
  change?: BudgetChange,
): string {
  const now = budgetText(view.budget, view.budgetIsOwn);
  const was = change && (change.before === null ? 'as every server' : budgetAmount(change.before));
  const { server: ceiling } = view.settings.limits;
  return [
    `Server ${serverId}: ${now}${was === undefined ? '' : `; before: ${was}`}.`,
    `${counted(used, 'credit')} ${used === 1 ? 'is' : 'are'} used this month.`,
    ...(ceiling !== undefined && ceiling < view.budget
      ? [`Its managers set a lower ceiling, which holds: ${budgetAmount(ceiling)}.`]
      : []),
  ].join(' ');
}

const budgetText = (monthly: number, isOwn: boolean): string =>
  `${budgetAmount(monthly)}, ${isOwn ? 'for this server alone' : 'as every server'}`;

/** The same for a change whose effect could not be read. */
export const budgetChanged = (serverId: string): string =>
  `Server ${serverId}: the budget is changed. What is used of it cannot be read right now; the log says more.`;
