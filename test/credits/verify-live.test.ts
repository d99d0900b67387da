import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/credits/accounts.ts';
import { findWrongMonths } from '../../src/credits/verify-live.ts';
import type { Store } from '../../src/storage/store.ts';
import { bookStore } from '../support/book-store.ts';
import { limitsOf, orderOf } from '../support/ledger-books.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, USER } from '../support/snowflakes.ts';
import { goodRows, KEYS } from '../support/verify-rows.ts';

const never = new AbortController().signal;
const november = { guildId: GUILD, month: '2026-11' };

describe('the sums of a running bot', () => {
  it('are right in good books', async () => {
    expect(await findWrongMonths(await bookStore(goodRows()), never)).toEqual([]);
  });

  it.each([
    ['a member’s credits', { [KEYS.other]: { v: 2, used: 12, held: 0, days: {} } }],
    ['a member that cannot be read', { [KEYS.other]: 'text' }],
    ['a server that cannot be read', { [KEYS.server]: { v: 1 } }],
  ])('are wrong with %s, in that server alone', async (_, change) => {
    const other = `credits:${CHANNEL}:2026-11`;
    const rows = {
      ...goodRows(),
      ...change,
      [other]: { v: 2, used: 6, held: 0, deleted: 0, warned: null },
      [`${other}:u:${USER}`]: { v: 2, used: 6, held: 0, days: {} },
    };
    expect(await findWrongMonths(await bookStore(rows), never)).toEqual([november]);
  });

  it('are not taken for wrong when charges come in between', async () => {
    const members = Array.from({ length: 400 }, (_, at) => String(BigInt(OTHER_USER) + BigInt(at)));
    const used = { v: 2, used: 6, held: 0, days: {} };
    const server = { v: 2, used: 2_400, held: 0, deleted: 0, warned: null };
    const store = await bookStore({
      [KEYS.server]: server,
      ...Object.fromEntries(members.map((id) => [`${KEYS.server}:u:${id}`, used])),
    });
    const accounts = createAccounts(store, 'boot');
    let serial = 0;
    const charge = async (userId: string) => {
      const order = orderOf(idAt('2026-11-22T12:00:00Z', (serial += 1)), { userId });
      await accounts.hold(order, limitsOf());
      await accounts.resolve(order, 1);
    };
    /** Charges the first and the last member whenever some rows were read. */
    const disturbed: Store = {
      ...store,
      async *scan(...range) {
        let seen = 0;
        for await (const row of store.scan(...range)) {
          yield row;
          seen += 1;
          if (seen % 50 === 0)
            await Promise.all([charge(members[0] ?? ''), charge(members.at(-1) ?? '')]);
        }
      },
    };
    expect(await findWrongMonths(disturbed, never)).toEqual([]);
    expect(serial).toBeGreaterThan(20);
  });
});
