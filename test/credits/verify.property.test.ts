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

const LATE = Date.UTC(2026, 10, 30, 22);
const limits = limitsOf({ cooldownMs: 1_000, memberDay: 90, roles: { [ROLE]: 300 } });
const { signal } = new AbortController();

const step = fc.record({
  /** Minutes after ten in the evening: over the end of a month. */
  minute: fc.integer({ min: 0, max: 240 }),
  guildId: fc.constantFrom(GUILD, OTHER_ROLE),
  userId: fc.constantFrom(USER, OTHER_USER),
  channelId: fc.constantFrom(CHANNEL, ROLE, null),
  roleIds: fc.subarray([ROLE, OTHER_ROLE]),
  pictures: fc.integer({ min: 1, max: 4 }),
  act: fc.constantFrom('hold', 'hold', 'resolve', 'resolve', 'prune', 'forget'),
  delivered: fc.integer({ min: 0, max: 4 }),
});

it('finds nothing wrong after any history of the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (history) => {
      const store = await bookStore({});
      const accounts = createAccounts(store, 'boot');
      const held = new Map<string, ReturnType<typeof orderOf>>();
      for (const { minute, act, delivered, ...fields } of history) {
        const id = idAt(LATE + minute * 60_000);
        const order = held.get(id) ?? orderOf(id, fields);
        if (act === 'hold') {
          const { kind } = await accounts.hold(order, limits);
          if (kind === 'held') held.set(id, order);
        } else if (act === 'resolve') await accounts.resolve(order, delivered);
        else if (act === 'prune') await prune(store, () => LATE + 86_400_000, signal);
        else await forgetMember(store, fields.userId);
      }
      expect(await problemsIn(await rowsIn(store))).toEqual([]);
      expect(await findWrongMonths(store, signal)).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
