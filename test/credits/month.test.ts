import { expect, it } from 'vitest';
import { monthEnd, monthOf } from '../../src/credits/month.ts';
import { idAt } from '../support/snowflakes.ts';

it.each([
  ['2026-11-30T23:59:59.999Z', '2026-11', '2026-12-01T00:00:00Z'],
  ['2026-12-01T00:00:00.000Z', '2026-12', '2027-01-01T00:00:00Z'],
  ['2028-02-29T12:00:00.000Z', '2028-02', '2028-03-01T00:00:00Z'],
])('puts an interaction of %s into %s', (moment, month, end) => {
  expect(monthOf(idAt(moment))).toBe(month);
  expect(monthEnd(idAt(moment))).toBe(Date.parse(end));
});
