import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Books, faultIn } from '../../src/credits/books.ts';
import type { MemberMonth } from '../../src/credits/documents.ts';
import { hold, resolve } from '../../src/credits/ledger.ts';
import { dayOf } from '../../src/credits/month.ts';
import { after, emptyBooks, limitsOf, orderOf } from '../support/ledger-books.ts';
import { CHANNEL, idAt, OTHER_USER, USER } from '../support/snowflakes.ts';

const EVENING = Date.UTC(2026, 10, 22, 23, 30);
const limits = limitsOf({
  cooldownMs: 5_000,
  server: 120,
  memberMonth: 84,
  memberDay: 60,
  channels: { [CHANNEL]: 108 },
});

const step = fc.record({
  /** Seconds after half past eleven: over midnight. */
  second: fc.integer({ min: 0, max: 3_600 }),
  user: fc.constantFrom(USER, OTHER_USER),
  pictures: fc.integer({ min: 1, max: 4 }),
  act: fc.constantFrom('hold', 'resolve'),
  delivered: fc.integer({ min: 0, max: 4 }),
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

it('keeps every sum right and every limit through any history of holds and resolutions', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (history) => {
      let common: Pick<Books, 'server' | 'shares'> = emptyBooks();
      const members = new Map<string, Pick<Books, 'member' | 'cooldown'>>();
      const orders = new Map<string, Pick<Books, 'hold' | 'done'> & { owner: string }>();
      const charged = new Map<string, number>();

      for (const { second, user, pictures, act, delivered } of history) {
        const id = idAt(EVENING + second * 1000);
        const owner = act === 'hold' ? user : (orders.get(id)?.owner ?? user);
        const books: Books = {
          ...emptyBooks({ day: dayOf(id) }),
          ...common,
          ...members.get(owner),
          ...orders.get(id),
        };
        expect(faultIn(books)).toBeUndefined();
        let next = books;
        if (act === 'hold') {
          const order = orderOf(id, { userId: user, pictures });
          const { verdict, write } = hold(books, order, limits, 'boot');
          if (verdict.kind === 'held') expect(orders.has(id)).toBe(false);
          next = after(books, write);
        } else {
          const { resolution, write } = resolve(books, id, delivered);
          if (resolution.kind === 'resolved') {
            expect(charged.has(id)).toBe(false);
            charged.set(id, resolution.captured);
          }
          next = after(books, write);
        }
        common = { server: next.server, shares: next.shares };
        members.set(owner, { member: next.member, cooldown: next.cooldown });
        if (next.hold ?? next.done) orders.set(id, { owner, hold: next.hold, done: next.done });

        const months = [...members.values()].flatMap(({ member }) => member ?? []);
        const { used = 0, held = 0 } = common.server ?? {};
        expect(used).toBe(sum([...charged.values()]));
        expect(sum(months.map((month) => month.used))).toBe(used);
        expect(sum(months.map((month) => month.held))).toBe(held);
        expect(common.shares[0]?.share ?? { used: 0, held: 0 }).toMatchObject({ used, held });
        const open = [...orders.values()].flatMap((each) => each.hold ?? []);
        expect(sum(open.map((each) => each.pictures * each.price))).toBe(held);
        expect(used + held).toBeLessThanOrEqual(108);
        for (const month of months) expectWithinLimits(month);
      }
    }),
    { numRuns: 300 },
  );
});

function expectWithinLimits({ used, held, days }: MemberMonth) {
  expect(used + held).toBeLessThanOrEqual(limits.memberMonth);
  for (const day of Object.values(days)) {
    expect(day.used + day.held).toBeLessThanOrEqual(limits.memberDay);
  }
}
