import { describe, expect, it } from 'vitest';
import { verifyBooks } from '../../src/credits/verify.ts';
import { OTHER_KINDS } from '../../src/operations/ledger/kinds.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';
import { goodRows, HELD, KEYS, problemsIn, scanOf } from '../support/verify-rows.ts';

/** The good books with some rows changed; undefined cannot be read, null is not there. */
function spoiled(changes: Readonly<Record<string, object | string | null | undefined>>) {
  const rows = goodRows();
  for (const [key, change] of Object.entries(changes)) {
    const before = rows[key];
    if (change === null) delete rows[key];
    else rows[key] = typeof change === 'object' ? { ...(before as object), ...change } : change;
  }
  return rows;
}

describe('books in order', () => {
  it('have no problems', async () => {
    expect(await problemsIn(goodRows())).toEqual([]);
  });

  it('are counted', async () => {
    const verified = await verifyBooks(scanOf(goodRows()), OTHER_KINDS, () => {});
    expect(verified).toEqual({ rows: 15, months: 1, problems: 0 });
  });

  it('may have forgotten members, resolved interactions below the floor, and nothing at all', async () => {
    expect(await problemsIn({})).toEqual([]);
    const rows = spoiled({ [`done:${'1'.padStart(20, '0')}`]: { v: 2, captured: 0 } });
    expect(await problemsIn(rows)).toEqual([]);
  });
});

describe('a document that cannot be read', () => {
  it.each(Object.keys(goodRows()).filter((key) => !/^(?:commands|probe)/.test(key)))(
    'is told: %s',
    async (key) => {
      const lines = await problemsIn({ ...goodRows(), [key]: { v: 7 } });
      expect(lines.join('\n')).toMatch(/cannot be read/);
      expect(lines.join('\n')).toContain(`(${key})`);
    },
  );

  it('is told of a Retry button', async () => {
    const record = { v: 1, guildId: GUILD, userId: USER, options: {}, takenBy: null };
    expect(await problemsIn({ ...goodRows(), 'retry:a': record })).toEqual([]);
    expect(await problemsIn({ ...goodRows(), 'retry:a': { ...record, v: 7 } })).toEqual([
      'this document cannot be read (retry:a)',
    ]);
  });

  it.each(Object.keys(goodRows()))('is told when it is not even a row: %s', async (key) => {
    expect((await problemsIn({ ...goodRows(), [key]: undefined })).join('\n')).toContain(
      `(${key})`,
    );
  });

  it('makes nobody guess at the sums', async () => {
    expect(await problemsIn(spoiled({ [KEYS.other]: 'text' }))).toEqual([
      `Server ${GUILD}, 2026-11: this document cannot be read; whoever needs it is refused (${KEYS.other})`,
    ]);
  });
});

describe('a sum that is wrong', () => {
  it.each([
    ['used', { [KEYS.other]: { used: 24 } }, /36 credits were used, but its members used 36 and/],
    ['deleted', { [KEYS.server]: { deleted: 0 } }, /members used 30 and forgotten ones 0/],
    ['a lost member', { [KEYS.other]: null }, /its members used 12/],
    ['held', { [KEYS.server]: { held: 18 } }, /18 credits are held, but the open holds come to 12/],
    ['a lost hold', { [KEYS.hold]: null }, /12 credits are held, but the open holds come to 0/],
    ['a member’s held', { [KEYS.member]: { held: 18 } }, /its members hold 18/],
    [
      'a day',
      { [KEYS.member]: { days: { '22': { used: 6, held: 6 } } } },
      /6 credits are held on day 22/,
    ],
    ['a lost day', { [KEYS.member]: { days: {} } }, /counted in .*:u:\d+ 22, which is not there/],
    ['a channel’s held', { [KEYS.channel]: { held: 6 } }, /6 credits are held.* come to 12/],
    ['a lost channel', { [KEYS.channel]: null }, /counted in .*:c:\d+, which is not there/],
    ['a role’s held', { [KEYS.role]: { held: 0 } }, /0 credits are held.* come to 12/],
    ['a role’s used', { [KEYS.role]: { used: 37 } }, /37 credits were used, the server only 36/],
    ['two channels', { [`${KEYS.channel}1`]: { v: 2, used: 7, held: 0 } }, /channels come to 37/],
    ['a lost server', { [KEYS.server]: null }, /not the server’s own document/],
  ])('is told: %s', async (_, changes, text) => {
    const lines = await problemsIn(spoiled(changes));
    expect(lines.join('\n')).toMatch(text);
    for (const line of lines) expect(line).toMatch(new RegExp(`^Server ${GUILD}, 2026-11: `));
  });

  it('is told of the month it is in', async () => {
    const october = KEYS.server.replace('2026-11', '2026-10');
    const rows = spoiled({ [october]: { v: 2, used: 6, held: 0, deleted: 0, warned: null } });
    expect(await problemsIn(rows)).toEqual([
      `Server ${GUILD}, 2026-10: it says 6 credits were used, but its members used 0 and forgotten ones 0 (${october})`,
    ]);
  });
});

describe('what does not belong there', () => {
  it('is told', async () => {
    const held = `done:${HELD.padStart(20, '0')}`;
    expect(await problemsIn(spoiled({ [held]: { v: 2, captured: 6 } }))).toEqual([
      `this interaction is both held and resolved (${held})`,
    ]);
    const strange = {
      'done:7': { v: 2, captured: 0 },
      [`credits:${GUILD}:2026-11:x:${CHANNEL}`]: {},
      [`cooldown:${GUILD}:${USER}:${OTHER_USER}`]: { v: 1, by: HELD },
      'hold:abc': { v: 2 },
      'toys:1': {},
    };
    const lines = await problemsIn(spoiled(strange));
    expect(lines).toHaveLength(5);
    for (const key of Object.keys(strange)) expect(lines.join('\n')).toContain(`(${key})`);
  });
});
