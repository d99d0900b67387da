import { expect, it } from 'vitest';
import { reportBooks } from '../../src/credits/report.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';
import { goodRows, KEYS, scanOf } from '../support/verify-rows.ts';

const budgets = new Map<string, number | null | undefined>([[GUILD, null]]);
const budgetOf = async (guild: string) => (budgets.has(guild) ? budgets.get(guild) : 3000);

it('adds up each server’s months, with what cannot be read left out', async () => {
  const december = KEYS.server.replace('2026-11', '2026-12');
  const rows = {
    ...goodRows(),
    [december]: { v: 2, used: 6, held: 0, deleted: 6, warned: null },
    [`credits:${CHANNEL}:2026-11`]: { v: 1 },
    [`credits:${CHANNEL}:2026-11:u:${USER}`]: 'broken',
    [`credits:${OTHER_USER}:2026-11:u:${USER}`]: { v: 2, used: 6, held: 0, days: {} },
    'credits:odd': {},
  };
  expect(await reportBooks(scanOf(rows), budgetOf)).toEqual([
    {
      guildId: GUILD,
      month: '2026-11',
      budget: null,
      totals: { used: 36, held: 12, deleted: 6 },
      members: 2,
    },
    {
      guildId: GUILD,
      month: '2026-12',
      budget: null,
      totals: { used: 6, held: 0, deleted: 6 },
      members: 0,
    },
    { guildId: OTHER_USER, month: '2026-11', budget: 3000, totals: null, members: 1 },
    { guildId: CHANNEL, month: '2026-11', budget: 3000, totals: null, members: 1 },
  ]);
});

it('has nothing to say of empty books', async () => {
  expect(await reportBooks(scanOf({}), budgetOf)).toEqual([]);
});
