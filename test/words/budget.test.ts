import { describe, expect, it } from 'vitest';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import type { Overview } from '../../src/settings/settings.ts';
import {
  BUDGET_NOT_ALLOWED,
  BUDGET_OWNERS_UNKNOWN,
  BUDGET_UNKNOWN,
  budgetAnswer,
} from '../../src/words/budget.ts';
import { overviewOf } from '../support/overview.ts';

const overview = (budget: number, budgetIsOwn: boolean, used = 24, ceiling?: number): Overview => {
  const limits = { ...NEW_SETTINGS.limits, ...(ceiling && { server: ceiling }) };
  const { view } = overviewOf([], { ...NEW_SETTINGS, limits }, { budget, budgetIsOwn });
  return { view, gauges: [{ name: { of: 'server' }, limit: budget, used, held: 0 }] };
};

describe('an owner is told', () => {
  it('a server’s budget and what is used of it', () => {
    expect(budgetAnswer('1', overview(3_000, false))).toBe(
      'Server 1: 3000 credits a month, as every server. 24 credits are used this month.',
    );
  });

  it('what it was before', () => {
    expect(budgetAnswer('1', overview(600, true, 1), { before: null })).toBe(
      'Server 1: 600 credits a month, for this server alone; before: as every server. 1 credit is used this month.',
    );
    expect(budgetAnswer('1', overview(Infinity, true), { before: 600 })).toBe(
      'Server 1: unlimited credits, for this server alone; before: 600 credits a month. 24 credits are used this month.',
    );
    expect(budgetAnswer('1', overview(3_000, false), { before: Infinity })).toContain(
      'as every server; before: unlimited credits.',
    );
  });

  it('of a lower ceiling that the server’s managers set', () => {
    expect(budgetAnswer('1', overview(600, true, 24, 60))).toMatch(
      / Its managers set a lower ceiling, which holds: 60 credits a month\.$/,
    );
    expect(budgetAnswer('1', overview(60, true, 24, 600))).not.toContain('ceiling');
  });
});

it.each([BUDGET_NOT_ALLOWED, BUDGET_OWNERS_UNKNOWN, BUDGET_UNKNOWN])(
  'a refusal says that nothing was changed: %s',
  (text) => {
    expect(text).toContain('Nothing was changed.');
  },
);
