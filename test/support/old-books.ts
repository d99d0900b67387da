import fc from 'fast-check';
import { MIGRATIONS } from '../../src/credits/migrate.ts';
import type { OldRows } from '../../src/storage/schema.ts';
import { idAt } from './snowflakes.ts';
import { type Rows, scanOf } from './verify-rows.ts';

/** Brings rows of version 1 to version 2, in memory. */
export async function migrated(old: Rows): Promise<Rows> {
  const rows: Record<string, unknown> = { ...old };
  const oldRows: OldRows = {
    scan: (prefix) => scanOf({ ...old })(prefix),
    async put(written) {
      for (const { key, value } of written) rows[key] = value;
    },
  };
  await MIGRATIONS[1]?.(oldRows);
  return rows;
}

const guilds = ['200000000000000001', '200000000000000002', '20000000000000000'];
const users = ['300000000000000001', '300000000000000002', '300000000000000003'];

const hold = fc.record({
  user: fc.constantFrom(...users),
  pictures: fc.integer({ min: 1, max: 4 }),
  price: fc.integer({ min: 0, max: 6 }),
  boot: fc.constant('boot'),
});

/** A server's month of version 1, before its interactions have ids. */
const month = fc.record({
  guild: fc.constantFrom(...guilds),
  month: fc.integer({ min: 1, max: 3 }),
  used: fc.dictionary(fc.constantFrom(...users), fc.integer({ min: 0, max: 1000 })),
  holds: fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), hold), { maxLength: 6 }),
  done: fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 24 })), {
    maxLength: 6,
  }),
  floorDay: fc.option(fc.integer({ min: 1, max: 28 })),
});

/** Whole books as version 1 kept them, their sums right, every interaction with an id of its own. */
export const oldBooks: fc.Arbitrary<Rows> = fc
  .uniqueArray(month, { selector: (each) => `${each.guild} ${each.month}`, maxLength: 6 })
  .map((months) => {
    let serial = 0;
    const rows: Record<string, unknown> = {};
    for (const { guild, month: number, used, holds, done, floorDay } of months) {
      const name = `2026-0${number}`;
      const id = (day: number) => idAt(Date.UTC(2026, number - 1, day, 12), (serial += 1));
      const server = `credits:${guild}:${name}`;
      rows[server] = {
        v: 1,
        used: Object.values(used).reduce((total, each) => total + each, 0),
        holds: Object.fromEntries(holds.map(([day, each]) => [id(day), each])),
        done: Object.fromEntries(done.map(([day, captured]) => [id(day), captured])),
        floor: floorDay === null ? '0' : id(floorDay),
      };
      for (const [user, credits] of Object.entries(used)) {
        rows[`${server}:u:${user}`] = { v: 1, used: credits };
      }
    }
    return rows;
  });
