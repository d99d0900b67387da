import { describe, expect, it } from 'vitest';
import { forgetMember, forgetMonth } from '../../src/credits/forget.ts';
import { bookStore, rowsIn } from '../support/book-store.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';
import { goodRows, KEYS, problemsIn } from '../support/verify-rows.ts';

describe('a month without a member', () => {
  const server = { v: 2, used: 36, held: 0, deleted: 6, warned: null } as const;
  const member = { v: 2, used: 18, held: 0, days: {} } as const;

  it('keeps the server’s total', () => {
    expect(forgetMonth(server, member)).toEqual({ ...server, deleted: 24 });
  });

  it('does not come from books that are wrong', () => {
    expect(forgetMonth(undefined, member)).toBeUndefined();
    expect(forgetMonth({ ...server, used: 23 }, member)).toBeUndefined();
    expect(forgetMonth(server, { ...member, held: 6 })).toBeUndefined();
  });
});

describe('a member who is to be forgotten', () => {
  it('is gone from every month and server, and all sums stay right', async () => {
    const december = KEYS.server.replace('2026-11', '2026-12');
    const rows = {
      ...goodRows(),
      [december]: { v: 2, used: 6, held: 0, deleted: 0, warned: null },
      [`${december}:u:${OTHER_USER}`]: { v: 2, used: 6, held: 0, days: {} },
      [`cooldown:${GUILD}:${OTHER_USER}`]: { v: 1, by: CHANNEL },
    };
    const store = await bookStore(rows);
    expect(await forgetMember(store, OTHER_USER)).toEqual({
      kind: 'forgotten',
      months: 2,
      credits: 24,
      broken: [],
    });
    const after = await rowsIn(store);
    expect(await problemsIn(after)).toEqual([]);
    expect(JSON.stringify(after)).not.toContain(OTHER_USER);
    expect(after).toMatchObject({
      [KEYS.server]: { used: 36, held: 12, deleted: 24 },
      [december]: { used: 6, deleted: 6 },
      [KEYS.member]: rows[KEYS.member],
      [`cooldown:${GUILD}:${USER}`]: rows[`cooldown:${GUILD}:${USER}`],
    });
    expect(await forgetMember(store, OTHER_USER)).toMatchObject({ months: 0, credits: 0 });
  });

  it('stays as long as pictures are being made', async () => {
    const store = await bookStore(goodRows());
    expect(await forgetMember(store, USER)).toEqual({ kind: 'open-holds', holds: 1 });
    expect(await rowsIn(store)).toEqual(goodRows());
  });

  it('stays where the books are wrong, and goes everywhere else', async () => {
    const wrong = `credits:${CHANNEL}:2026-11`;
    const rows = {
      ...goodRows(),
      [wrong]: { v: 1 },
      [`${wrong}:u:${OTHER_USER}`]: { v: 2, used: 6, held: 0, days: {} },
    };
    const store = await bookStore(rows);
    expect(await forgetMember(store, OTHER_USER)).toEqual({
      kind: 'forgotten',
      months: 1,
      credits: 18,
      broken: [{ guildId: CHANNEL, month: '2026-11' }],
    });
    const after = await rowsIn(store);
    expect(after[`${wrong}:u:${OTHER_USER}`]).toEqual(rows[`${wrong}:u:${OTHER_USER}`]);
    expect(after).not.toHaveProperty([KEYS.other]);
  });
});
