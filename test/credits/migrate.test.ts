import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrated, oldBooks } from '../support/old-books.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, USER } from '../support/snowflakes.ts';
import { problemsIn } from '../support/verify-rows.ts';

const HELD = idAt('2026-11-22T12:00:00Z');
const DONE = idAt('2026-11-22T11:00:00Z');
const SERVER = `credits:${GUILD}:2026-11`;

/** One month of version 1 with a hold of a member who has used nothing yet. */
const old = (fields: object = {}) => ({
  [SERVER]: {
    v: 1,
    used: 18,
    holds: { [HELD]: { user: OTHER_USER, pictures: 2, price: 6, boot: 'boot-1' } },
    done: { [DONE]: 6 },
    floor: '5',
    ...fields,
  },
  [`${SERVER}:u:${USER}`]: { v: 1, used: 18 },
  [`cooldown:${GUILD}:${USER}`]: { v: 1, by: DONE },
  [`open:${HELD}`]: { v: 1 },
  probe: { v: 1, at: 0 },
});

describe('books of version 1', () => {
  it('become rows of their own', async () => {
    expect(await migrated(old())).toEqual({
      ...old(),
      [SERVER]: { v: 2, used: 18, held: 12, deleted: 0, warned: null },
      [`${SERVER}:u:${USER}`]: { v: 2, used: 18, held: 0, days: {} },
      [`${SERVER}:u:${OTHER_USER}`]: {
        v: 2,
        used: 0,
        held: 12,
        days: { '22': { used: 0, held: 12 } },
      },
      [`hold:${HELD}`]: {
        v: 2,
        guild: GUILD,
        user: OTHER_USER,
        channel: null,
        roles: [],
        pictures: 2,
        price: 6,
        budget: null,
        boot: 'boot-1',
      },
      [`done:${DONE.padStart(20, '0')}`]: { v: 2, captured: 6 },
      'done-floor': { v: 2, floor: '5' },
    });
  });

  it('stay as they are where they are broken, and the others go on', async () => {
    const other = `credits:${CHANNEL}:2026-11`;
    const broken = { [other]: { v: 1, used: -1 }, [`${other}:u:${USER}`]: { v: 1, used: 6 } };
    const rows = await migrated({ ...old(), ...broken });
    expect(rows).toMatchObject({ ...broken, [SERVER]: { v: 2 } });
  });

  it.each([
    ['an interaction both held and resolved', { done: { [HELD]: 6 } }],
    [
      'a hold of another month',
      { holds: { [idAt('2026-10-22')]: { user: USER, pictures: 1, price: 6, boot: 'b' } } },
    ],
    ['a hold that is no hold', { holds: { [HELD]: { user: USER } } }],
    ['an unknown field', { more: 1 }],
  ])('stay as they are with %s', async (_, fields) => {
    expect(await migrated(old(fields))).toEqual(old(fields));
  });

  it('leave a broken member behind, and take the others along', async () => {
    const broken = { [`${SERVER}:u:${USER}`]: { v: 1, used: '18' } };
    const rows = await migrated({ ...old(), ...broken });
    expect(rows).toMatchObject({ ...broken, [SERVER]: { v: 2 }, [`hold:${HELD}`]: { v: 2 } });
  });

  it('are right afterwards, with nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(oldBooks, async (before) => {
        const rows = await migrated(before);
        expect(await problemsIn(rows)).toEqual([]);
        const floors = ['0'];
        for (const [key, value] of Object.entries(before)) {
          const { used } = value as { used: number };
          expect(rows[key]).toMatchObject({ v: 2, used });
          const {
            holds = {},
            done = {},
            floor = '0',
          } = value as Record<string, object> & {
            floor?: string;
          };
          floors.push(floor);
          for (const [id, hold] of Object.entries(holds)) {
            expect(rows[`hold:${id}`]).toMatchObject(hold);
          }
          for (const [id, captured] of Object.entries(done)) {
            expect(rows[`done:${id.padStart(20, '0')}`]).toEqual({ v: 2, captured });
          }
        }
        const highest = floors.map(BigInt).reduce((a, b) => (a > b ? a : b));
        const floor = rows['done-floor'] ?? { v: 2, floor: '0' };
        expect(floor).toEqual({ v: 2, floor: String(highest) });
      }),
      { numRuns: 200 },
    );
  });
});
