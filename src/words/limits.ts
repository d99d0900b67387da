import type { LimitName } from '../credits/limits.ts';
import { counted } from './text.ts';

/** Whose a limit is, as the beginning of a sentence about what is left of it. */
export function limitOwner(name: LimitName): string {
  switch (name.of) {
    case 'server':
      return 'This server has';
    case 'member-month':
    case 'member-day':
      return 'You have';
    case 'channel':
      return `<#${name.id}> has`;
    case 'role':
      return `Members with <@&${name.id}> together have`;
  }
}

/** The time a limit is for. */
export const limitPeriod = ({ of }: LimitName): string =>
  of === 'member-day' ? 'today' : 'this month';

/** What a limit is called where one member looks at those that count for them. */
export function limitTitle(name: LimitName): string {
  switch (name.of) {
    case 'server':
      return 'This server, this month';
    case 'member-month':
      return 'You, this month';
    case 'member-day':
      return 'You, today';
    case 'channel':
      return `Everybody in <#${name.id}>, this month`;
    case 'role':
      return `Everybody with <@&${name.id}>, this month`;
  }
}

/** A limit in words: `24 credits a day`; undefined is none. */
export function limitAmount(
  period: 'day' | 'month',
  credits: number | undefined,
  none = 'no limit',
): string {
  return credits === undefined ? none : `${counted(credits, 'credit')} a ${period}`;
}

/** A server's budget in words; Infinity is unlimited. */
export const budgetAmount = (monthly: number): string =>
  Number.isFinite(monthly) ? `${counted(monthly, 'credit')} a month` : 'unlimited credits';
