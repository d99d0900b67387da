import type { Warning, WarningLevel } from '../credits/documents.ts';
import { counted, timestamp } from './text.ts';

/** A warning for a server's log channel. */
export interface WarningFacts extends Pick<Warning, 'used' | 'budget'> {
  /** `YYYY-MM` */
  readonly month: string;
  readonly level: WarningLevel;
  /** The server's managers set the budget themselves, below what the owner gives. */
  readonly isOwnCeiling: boolean;
}

/** Says how much of a month's credits is used, when there are new ones, and what can be done. */
export function warningText({ used, budget, month, level, isOwnCeiling }: WarningFacts): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const renewsAt = Date.UTC(year, number);
  const name = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const what =
    level === 100
      ? '**This server’s credits are used up:** the next picture does not fit.'
      : `**${Math.floor((100 * used) / budget)} % of this server’s credits are used.**`;
  const share =
    level === 100
      ? ''
      : 'To share out the rest, managers can limit members, channels and roles with `/settings`. ';
  const more = isOwnCeiling
    ? 'The ceiling is the server’s own: managers can raise it with `/settings`.'
    : 'Only the bot’s owner can give more, with `/budget`.';
  return [
    what,
    `${used} of ${counted(budget, 'credit')} for ${name.format(Date.UTC(year, number - 1))} are gone. They start afresh ${timestamp(renewsAt, 'R')} (${timestamp(renewsAt, 'D')}).`,
    `${share}${more}`,
  ].join('\n');
}
