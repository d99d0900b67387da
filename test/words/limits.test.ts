import { describe, expect, it } from 'vitest';
import type { LimitName } from '../../src/credits/limits.ts';
import { noticeText } from '../../src/words/notices.ts';
import { budgetAmount, limitAmount, limitTitle } from '../../src/words/limits.ts';

const RENEWAL = Date.UTC(2026, 11, 1);

const names: readonly LimitName[] = [
  { of: 'server' },
  { of: 'member-month' },
  { of: 'member-day' },
  { of: 'channel', id: '1' },
  { of: 'role', id: '2' },
];

const refusal = (limit: LimitName, left: number) =>
  noticeText({ kind: 'over-limit', limit, price: 6, needed: 24, left, renewsAt: RENEWAL });

describe('a refusal names the limit that allows least', () => {
  it.each([
    [names[0], 'This server has 12 credits left this month, and this takes 24.'],
    [names[1], 'You have 12 credits left this month, and this takes 24.'],
    [names[2], 'You have 12 credits left today, and this takes 24.'],
    [names[3], '<#1> has 12 credits left this month, and this takes 24.'],
    [names[4], 'Members with <@&2> together have 12 credits left this month, and this takes 24.'],
  ] as const)('%o', (name, text) => {
    if (name === undefined) throw new Error('unnamed');
    expect(refusal(name, 12)).toBe(
      `${text} Nothing was charged. Fewer pictures at once may still fit. The credits start afresh <t:${RENEWAL / 1000}:R>.`,
    );
  });

  it.each(names)('in good English for one credit as well: %o', (name) => {
    expect(refusal(name, 1)).toMatch(/ ha(ve|s) 1 credit left /);
  });
});

describe('a limit', () => {
  it('has a title for the member whom it binds', () => {
    expect(names.map(limitTitle)).toEqual([
      'This server, this month',
      'You, this month',
      'You, today',
      'Everybody in <#1>, this month',
      'Everybody with <@&2>, this month',
    ]);
  });

  it('says how much is allowed, and when', () => {
    expect(limitAmount('month', 6)).toBe('6 credits a month');
    expect(limitAmount('day', 1)).toBe('1 credit a day');
    expect(limitAmount('day', undefined)).toBe('no limit');
    expect(limitAmount('month', undefined, 'none')).toBe('none');
  });
});

it('a budget can be unlimited', () => {
  expect([budgetAmount(1), budgetAmount(3_000), budgetAmount(Infinity)]).toEqual([
    '1 credit a month',
    '3000 credits a month',
    'unlimited credits',
  ]);
});
