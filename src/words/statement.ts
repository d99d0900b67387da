import type { Statement } from '../credits/accounts.ts';
import { timestamp } from './text.ts';

/** What `/credits` shows, in Discord's own shape of an embed. */
export interface StatementCard {
  readonly title: string;
  readonly fields: { name: string; value: string; inline: boolean }[];
  readonly description: string;
}

/** A server's month and the member's part of it. `renewsAt` in milliseconds since 1970. */
export function statementCard(statement: Statement, renewsAt: number): StatementCard {
  const { used, held, left, member } = statement;
  const working = member.held > 0 ? `, and ${credits(member.held)} held` : '';
  return {
    title: 'Credits of this server',
    description: `This month ends ${timestamp(renewsAt, 'D')} (${timestamp(renewsAt, 'R')}).`,
    fields: [
      field('Used', credits(used)),
      field('Held', credits(held)),
      field('Left', Number.isFinite(left) ? credits(left) : 'unlimited'),
      {
        name: 'You',
        value: `You have used ${credits(member.used)} of them${working}.`,
        inline: false,
      },
    ],
  };
}

const credits = (amount: number): string => `${amount} credits`;

const field = (name: string, value: string) => ({ name, value, inline: true });
