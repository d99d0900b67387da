import { describe, expect, it } from 'vitest';
import { createBlocks } from '../../../src/moderation/blocks.ts';
import { createCases } from '../../../src/moderation/cases.ts';
import { createReports } from '../../../src/moderation/reports.ts';
import { createRules } from '../../../src/moderation/rules/rules.ts';
import { noteMute } from '../../../src/settings/mute.ts';
import { openStore } from '../../../src/storage/keyv-store.ts';
import { bookFile, rowsIn } from '../../support/book-store.ts';
import { ledger } from '../../support/ledger-process.ts';
import { after, DAY, moderation, newReport, report } from '../../support/moderation.ts';
import { rule } from '../../support/rules.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../../support/snowflakes.ts';
import { goodRows, problemsIn } from '../../support/verify-rows.ts';

const excerpt = { text: 'A cat', keepDays: 30 };

/** One row of each kind that moderation keeps. */
async function everyKind() {
  const { cases, blocks, store } = await moderation();
  await cases.open(GUILD, report({ excerpt }));
  const word = { userId: USER, by: OTHER_USER, reason: 'Spam', interactionId: after() };
  await blocks.block(GUILD, { ...word, lastsMs: DAY });
  await cases.close(GUILD, 1, { interactionId: after(), by: OTHER_USER, outcome: 'blocked' });
  const by = { interactionId: after(), userId: OTHER_USER };
  await createRules(store, cases, []).add(GUILD, [rule('gore')], by);
  await noteMute(store, GUILD, CHANNEL, 'may-not-write');
  await createReports(store, cases, () => {}).file(GUILD, newReport());
  return rowsIn(store);
}

describe('the operator’s look at what moderation keeps', () => {
  it('finds nothing wrong with what it wrote', async () => {
    const rows = await everyKind();
    const kinds = Object.keys(rows).map((key) => key.split(':')[0]);
    expect(new Set(kinds).size).toBe(10);
    expect(await problemsIn(rows)).toEqual([]);
  });

  it('finds every row that is broken, or has a name that nothing is kept under', async () => {
    const rows = await everyKind();
    for (const key of Object.keys(rows)) {
      expect(await problemsIn({ ...rows, [key]: { v: 9 } })).toHaveLength(1);
      expect(await problemsIn({ ...rows, [`${key}:x`]: rows[key] })).toHaveLength(1);
    }
    const short = { [`case:${GUILD}:1`]: rows[`case:${GUILD}:000000001`] };
    expect(await problemsIn(short)).toHaveLength(1);
  });
});

describe('forgetting a member', () => {
  it('says what is gone, and that a block stays', async () => {
    const file = await bookFile(goodRows());
    const store = await openStore(file, Date.now);
    const cases = createCases(store, () => {});
    await cases.open(GUILD, report({ target: OTHER_USER, excerpt }));
    const word = { userId: OTHER_USER, by: USER, reason: 'Spam', interactionId: after() };
    await createBlocks(store, cases).block(GUILD, { ...word, lastsMs: null });
    await store.close();

    const { end, out } = await ledger(file, ['forget', OTHER_USER]);
    expect(out).toContain(
      ' 2 cases of moderation do not name them any more. They stay blocked in 1 server: being forgotten lifts no block, so that alone is kept.',
    );
    expect(end).toBe(0);
    const again = await openStore(file, Date.now);
    const rows = await rowsIn(again);
    await again.close();
    const naming = Object.entries(rows).filter((row) => JSON.stringify(row).includes(OTHER_USER));
    expect(naming.map(([key]) => key)).toEqual([`block:${GUILD}:${OTHER_USER}`]);
    expect(JSON.stringify(rows)).not.toContain('A cat');
    expect((await ledger(file, ['verify'])).end).toBe(0);
  });
});
