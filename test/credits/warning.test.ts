import { expect, it } from 'vitest';
import { NEW_SERVER_MONTH } from '../../src/credits/books.ts';
import { underBudget, warningDue } from '../../src/credits/warning.ts';

const used = (amount: number, level: 0 | 80 | 100 = 0, budget = 100) => ({
  ...NEW_SERVER_MONTH,
  used: amount,
  warned: { level, budget },
});

it.each([
  [79, undefined],
  [80, 80],
  [94, 80],
  [95, 100],
  [100, 100],
  [130, 100],
])('of a budget of 100 at 6 a picture, %i used is worth a warning of %s', (amount, level) => {
  const due = warningDue(used(amount), 100, 6);
  expect(due?.warning.level).toBe(level);
  if (level === undefined) return;
  expect(due).toEqual({
    server: { ...NEW_SERVER_MONTH, used: amount, warned: { level, budget: 100 } },
    warning: { level, document: { v: 1, used: amount, budget: 100 } },
  });
});

it('comes once for each level', () => {
  expect(warningDue(used(85, 80), 100, 6)).toBeUndefined();
  expect(warningDue(used(96, 80), 100, 6)?.warning.level).toBe(100);
  expect(warningDue(used(96, 100), 100, 6)).toBeUndefined();
});

it('comes again for another budget, once that is in force', () => {
  const raised = underBudget(used(160, 100), 200);
  expect(raised.warned).toEqual({ level: 0, budget: 200 });
  expect(warningDue(raised, 200, 6)?.warning.level).toBe(80);
  expect(warningDue(underBudget(used(96, 100), 200), 200, 6)).toBeUndefined();
});

it('does not come for a hold that was made under another budget', () => {
  expect(warningDue(used(160, 0, 200), 100, 6)).toBeUndefined();
  expect(warningDue(used(160, 0, 200), null, 6)).toBeUndefined();
});

it('is not forgotten while the budget stays', () => {
  expect(underBudget(used(96, 100), 100)).toEqual(used(96, 100));
});

it('never comes without a budget', () => {
  const free = underBudget(used(1e9), Number.POSITIVE_INFINITY);
  expect(free.warned).toBeNull();
  expect(warningDue(free, null, 6)).toBeUndefined();
});
