import { expect, it } from 'vitest';
import { doneKey } from '../../../src/credits/documents.ts';
import { ledgerChores } from '../../../src/operations/ledger/chores.ts';
import { bookStore, rowsIn } from '../../support/book-store.ts';
import { listeningLog } from '../../support/edge-log.ts';
import { GUILD, idAt } from '../../support/snowflakes.ts';
import { goodRows, KEYS, type Rows } from '../../support/verify-rows.ts';

/** Does the chores once; what is left, and what was logged. */
async function tidied(rows: Rows): Promise<{ left: Rows; lines: readonly string[] }> {
  const store = await bookStore(rows);
  const { log, lines } = listeningLog();
  const { signal } = new AbortController();
  for (const { run } of ledgerChores(store, log, Date.now)) await run(signal);
  return { left: await rowsIn(store), lines };
}

it('says nothing of good books, and forgets what is long resolved', async () => {
  const old = doneKey(idAt('2020-01-01'));
  const { left, lines } = await tidied({ ...goodRows(), [old]: { v: 2, captured: 6 } });
  expect(lines).toEqual([]);
  expect(Object.keys(left)).toEqual(Object.keys(goodRows()).toSorted());
});

it('tells the operator once of each server whose sums are wrong, and changes nothing', async () => {
  const rows: Rows = { ...goodRows(), [KEYS.other]: { v: 2, used: 6, held: 0, days: {} } };
  const { left, lines } = await tidied(rows);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    guildId: GUILD,
    month: '2026-11',
    msg: expect.stringContaining('npm run ledger -- verify'),
  });
  expect(left).toMatchObject({ [KEYS.server]: rows[KEYS.server], [KEYS.other]: rows[KEYS.other] });
});
