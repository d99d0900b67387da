import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyPage } from '../../../playground/discord/history.ts';

const messages = [3, 11, 2, 5, 7].map((n) => ({ id: String(n) }));
const ids = (query: object): string =>
  historyPage(messages, { limit: 50, ...query })
    .map(({ id }) => id)
    .join(' ');

test.each<[object, string]>([
  [{}, '11 7 5 3 2'],
  [{ limit: 2 }, '11 7'],
  [{ before: '7' }, '5 3 2'],
  [{ before: '7', limit: 2 }, '5 3'],
  [{ after: '3' }, '11 7 5'],
  [{ after: '3', limit: 2 }, '7 5'],
  [{ around: '5', limit: 3 }, '7 5 3'],
  [{ around: '5', limit: 1 }, '5'],
  [{ around: '6', limit: 2 }, '7 5'],
  [{ around: '11', limit: 4 }, '11 7 5'],
])('a page asked for with %j holds %s', (query, expected) => {
  expect(ids(query)).toBe(expected);
});

const channel = fc.uniqueArray(fc.bigInt({ min: 1n, max: 1n << 62n }), { maxLength: 40 });
const limits = fc.integer({ min: 1, max: 9 });

test('walking either way by pages meets every message once', () => {
  fc.assert(
    fc.property(channel, limits, (all, limit) => {
      const stored = all.map((id) => ({ id: id.toString() }));
      const newestFirst = all.toSorted((a, b) => (a < b ? 1 : -1)).map(String);
      const walk = (way: 'before' | 'after', from: string, last: number): string[] => {
        const page = historyPage(stored, { limit, [way]: from }).map(({ id }) => id);
        const next = page.at(last);
        if (next === undefined) return [];
        const rest = walk(way, next, last);
        return way === 'before' ? [...page, ...rest] : [...rest, ...page];
      };
      expect(walk('before', String(1n << 63n), -1)).toEqual(newestFirst);
      expect(walk('after', '0', 0)).toEqual(newestFirst);
    }),
  );
});

test('a page around a message holds it, and no more than the limit', () => {
  fc.assert(
    fc.property(
      channel.filter(({ length }) => length > 0),
      limits,
      (all, limit) => {
        const stored = all.map((id) => ({ id: id.toString() }));
        const around = String(all[0]);
        const page = historyPage(stored, { limit, around }).map(({ id }) => id);
        expect(page).toContain(around);
        expect(page.length).toBeLessThanOrEqual(limit);
      },
    ),
  );
});
