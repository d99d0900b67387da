import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAccounts } from '../../src/credits/accounts.ts';
import { forgetMember } from '../../src/credits/forget.ts';
import { prune } from '../../src/credits/prune.ts';
import { findWrongMonths } from '../../src/credits/verify-live.ts';
import { bookStore, rowsIn } from '../support/book-store.ts';
import { limitsOf, orderOf } from '../support/ledger-books.ts';
import { CHANNEL, GUILD, idAt, OTHER_ROLE, OTHER_USER, ROLE, USER } from '../support/snowflakes.ts';
import { problemsIn } from '../support/verify-rows.ts';

const START = Date.UTC(2026, 10, 27);
const limits = limitsOf({ cooldownMs: 1_000, memberDay: 90, roles: { [ROLE]: 300 } });
const { signal } = new AbortController();

const step = fc.record({
  /** In the last days of a month or the first of the next. */
  minute: fc.integer({ min: 0, max: 6 * 1_440 }),
  guildId: fc.constantFrom(GUILD, OTHER_ROLE),
  userId: fc.constantFrom(USER, OTHER_USER),
  channelId: fc.constantFrom(CHANNEL, ROLE, null),
  roleIds: fc.subarray([ROLE, OTHER_ROLE]),
  pictures: fc.integer({ min: 1, max: 4 }),
  act: fc.constantFrom('hold', 'hold', 'resolve', 'resolve', 'prune', 'forget'),
  /** Which of the open holds is resolved. */
  which: fc.nat(),
  delivered: fc.integer({ min: 0, max: 5 }),
});

it('finds nothing wrong after any history of the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (history) => {
      const store = await bookStore({});
      const accounts = createAccounts(store, 'boot');
      const open: ReturnType<typeof orderOf>[] = [];
      for (const [serial, { minute, act, which, delivered, ...fields }] of history.entries()) {
        const order = orderOf(idAt(START + minute * 60_000, serial), fields);
        if (act === 'hold') {
          const { kind } = await accounts.hold(order, limits);
          if (kind === 'held') open.push(order);
        } else if (act === 'resolve' && open.length > 0) {
          const [held = order] = open.splice(which % open.length, 1);
          await accounts.resolve(held, delivered);
        }
        if (act === 'prune') await prune(store, () => START + 20 * 86_400_000, signal);
        if (act === 'forget') await forgetMember(store, fields.userId);
      }
      expect(await problemsIn(await rowsIn(store))).toEqual([]);
      expect(await findWrongMonths(store, signal)).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
