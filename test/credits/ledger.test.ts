import { describe, expect, it } from 'vitest';
import type { Books } from '../../src/credits/books.ts';
import { hold, resolve } from '../../src/credits/ledger.ts';
import { after, emptyBooks, limitsOf, orderOf } from '../support/ledger-books.ts';
import { CHANNEL, idAt, ROLE, USER } from '../support/snowflakes.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const ID = idAt(NOON);
const limits = limitsOf({ server: 30 });
const waiting = limitsOf({ cooldownMs: 15_000 });

/** Books after a hold that must succeed. */
function holding(books: Books, id: string, pictures = 1, within = limits): Books {
  const { verdict, write } = hold(books, orderOf(id, { pictures }), within, 'boot-1');
  expect(verdict.kind).toBe('held');
  return after(books, write);
}

const resolved = (books: Books, id: string, delivered: number): Books =>
  after(books, resolve(books, id, delivered).write);

/** The same books as another interaction sees them. */
const toAnother = (books: Books): Books => ({ ...books, hold: undefined, done: undefined });

describe('a hold', () => {
  it('sets the price of every picture aside without using it, for all whom it counts for', () => {
    const books = holding(emptyBooks(), ID, 3);
    expect(books.server).toMatchObject({ used: 0, held: 18 });
    expect(books.member).toMatchObject({
      used: 0,
      held: 18,
      days: { '22': { used: 0, held: 18 } },
    });
    expect(books.shares).toEqual([
      { name: { of: 'channel', id: CHANNEL }, share: { v: 2, used: 0, held: 18 } },
    ]);
    expect(books.hold).toEqual({
      v: 2,
      guild: orderOf(ID).guildId,
      user: USER,
      channel: CHANNEL,
      roles: [],
      pictures: 3,
      price: 6,
      budget: 30,
      boot: 'boot-1',
    });
  });

  it('counts what is used and what others hold against the budget', () => {
    let books = toAnother(resolved(holding(emptyBooks(), ID), ID, 1));
    books = toAnother(holding(books, idAt(NOON, 1), 2));
    const third = idAt(NOON, 2);
    const { verdict, write } = hold(books, orderOf(third, { pictures: 3 }), limits, 'b');
    const limit = { of: 'server' };
    expect(verdict).toEqual({ kind: 'over-limit', limit, price: 6, needed: 18, left: 12 });
    expect(write).toBeUndefined();
    expect(hold(books, orderOf(third, { pictures: 2 }), limits, 'b').verdict.kind).toBe('held');
  });

  it('is unlimited where nothing limits it', () => {
    const order = orderOf(ID, { pictures: 4 });
    const { verdict, write } = hold(emptyBooks(), order, limitsOf(), 'b');
    expect(verdict.kind).toBe('held');
    expect(write?.hold).toMatchObject({ budget: null });
  });

  it.each([
    ['member-day', { memberDay: 12 }],
    ['member-month', { memberMonth: 12 }],
    ['channel', { channels: { [CHANNEL]: 12 } }],
    ['role', { roles: { [ROLE]: 12 } }],
  ] as const)('keeps the limit of a %s, with what is held counted', (of, some) => {
    const within = limitsOf({ ...some, server: 300 });
    const shares = [{ name: { of: 'role' as const, id: ROLE }, share: undefined }];
    const start = emptyBooks({ shares: [...emptyBooks().shares, ...shares] });
    const books = toAnother(holding(start, ID, 1, within));
    const { verdict } = hold(books, orderOf(idAt(NOON, 1), { pictures: 2 }), within, 'b');
    expect(verdict).toMatchObject({ kind: 'over-limit', limit: { of }, needed: 12, left: 6 });
    expect(hold(books, orderOf(idAt(NOON, 1)), within, 'b').verdict.kind).toBe('held');
  });

  it('names the tightest of several limits', () => {
    const within = limitsOf({
      server: 5,
      memberDay: 3,
      memberMonth: 4,
      channels: { [CHANNEL]: 2 },
    });
    expect(hold(emptyBooks(), orderOf(ID), within, 'b').verdict).toMatchObject({
      limit: { of: 'channel', id: CHANNEL },
      left: 2,
    });
    const none = limitsOf({ server: 0, memberDay: 0 });
    expect(hold(emptyBooks(), orderOf(ID), none, 'b').verdict).toMatchObject({
      limit: { of: 'server' },
    });
  });

  it('begins a day with all of it, and forgets days that nothing depends on', () => {
    const within = limitsOf({ memberDay: 6 });
    let books = emptyBooks();
    for (const day of ['20', '21', '22']) {
      const id = idAt(Date.UTC(2026, 10, Number(day)));
      books = toAnother(resolved(holding({ ...books, day }, id, 1, within), id, 1));
    }
    expect(Object.keys(books.member?.days ?? {})).toEqual(['21', '22']);
    expect(books.member?.used).toBe(18);
  });

  it('keeps a day whose hold is open, and posts the capture to it', () => {
    const late = idAt(Date.UTC(2026, 10, 19));
    let books = toAnother(holding({ ...emptyBooks(), day: '19' }, late));
    books = toAnother(holding({ ...books, day: '22' }, ID));
    expect(Object.keys(books.member?.days ?? {})).toEqual(['19', '22']);
    const held = holding({ ...emptyBooks(), day: '19' }, late).hold;
    books = resolved({ ...books, day: '19', hold: held }, late, 1);
    expect(books.member).toMatchObject({ used: 6, held: 6, days: { '22': { used: 0, held: 6 } } });
    expect(Object.keys(books.member?.days ?? {})).toEqual(['22']);
  });

  it('starts the cooldown, which runs from one interaction’s time to the other’s', () => {
    const books = toAnother(holding(emptyBooks(), ID, 1, waiting));
    const early = hold(books, orderOf(idAt(NOON + 14_999)), waiting, 'b');
    expect(early).toEqual({ verdict: { kind: 'cooldown', readyAt: NOON + 15_000 } });
    expect(hold(books, orderOf(idAt(NOON + 15_000)), waiting, 'b').verdict.kind).toBe('held');
  });

  it('is made once for an interaction, before and after it is resolved', () => {
    const books = holding(emptyBooks(), ID);
    expect(hold(books, orderOf(ID), limits, 'b')).toEqual({ verdict: { kind: 'seen-before' } });
    const later = resolved(books, ID, 1);
    expect(hold(later, orderOf(ID), limits, 'b')).toEqual({ verdict: { kind: 'seen-before' } });
  });

  it('is refused for an interaction so old that it may have been forgotten', () => {
    const floor = { v: 2 as const, floor: idAt(NOON + 1) };
    expect(hold(emptyBooks({ floor }), orderOf(ID), limits, 'b').verdict.kind).toBe('seen-before');
    const same = orderOf(floor.floor);
    expect(hold(emptyBooks({ floor }), same, limits, 'b').verdict.kind).toBe('held');
  });
});

describe('a warning', () => {
  it('comes once for a budget, whatever was held under another', () => {
    const levels: number[] = [];
    const resolveNoting = (books: Books, id: string): Books => {
      const { write } = resolve(books, id, 4);
      if (write?.warning) levels.push(write.warning.document.budget, write.warning.level);
      return toAnother(after(books, write));
    };
    const [first, second, third] = [ID, idAt(NOON, 1), idAt(NOON, 2)];
    const one = holding(emptyBooks(), first, 4, limitsOf({ server: 90 }));
    const two = holding(toAnother(one), second, 4, limitsOf({ server: 90 }));
    const three = holding(toAnother(two), third, 4, limitsOf({ server: 80 }));
    let books = resolveNoting({ ...three, hold: one.hold }, first);
    books = resolveNoting({ ...books, hold: three.hold }, third);
    books = resolveNoting({ ...books, hold: two.hold }, second);
    expect(books.server).toMatchObject({ used: 72, warned: { budget: 80, level: 0 } });
    expect(levels).toEqual([]);
    const fourth = idAt(NOON, 3);
    resolveNoting(holding(books, fourth, 1, limitsOf({ server: 80 })), fourth);
    expect(levels).toEqual([80, 100]);
  });
});

describe('a resolution', () => {
  it('charges what was delivered and releases the rest, wherever it was counted', () => {
    const books = resolved(holding(emptyBooks(), ID, 4), ID, 3);
    expect(books.server).toMatchObject({ used: 18, held: 0 });
    expect(books.member).toEqual({
      v: 2,
      used: 18,
      held: 0,
      days: { '22': { used: 18, held: 0 } },
    });
    expect(books.shares).toMatchObject([{ share: { used: 18, held: 0 } }]);
    expect(books.hold).toBeUndefined();
    expect(books.done).toEqual({ v: 2, captured: 18 });
  });

  it('charges the price of the time of the hold', () => {
    const books = holding(emptyBooks(), ID, 1, limitsOf({ price: 10 }));
    expect(resolve(books, ID, 1).resolution).toEqual({ kind: 'resolved', captured: 10 });
  });

  it('never charges more than was held', () => {
    const books = holding(emptyBooks(), ID, 2);
    expect(resolve(books, ID, 9).resolution).toEqual({ kind: 'resolved', captured: 12 });
  });

  it('changes nothing the second time, whatever it is told then', () => {
    const books = resolved(holding(emptyBooks(), ID, 2), ID, 2);
    expect(resolve(books, ID, 0)).toEqual({ resolution: { kind: 'already', captured: 12 } });
  });

  it('of an unknown hold changes nothing', () => {
    expect(resolve(emptyBooks(), ID, 1)).toEqual({ resolution: { kind: 'no-hold' } });
  });

  it('gives the cooldown back when nothing was delivered, and only its own', () => {
    const books = holding(emptyBooks(), ID, 1, waiting);
    expect(resolve(books, ID, 0).write).toMatchObject({ cooldown: null });
    expect(resolve(books, ID, 1).write).not.toHaveProperty('cooldown');
    const another = { ...books, cooldown: { v: 1 as const, by: idAt(NOON + 20_000) } };
    expect(resolve(another, ID, 0).write).not.toHaveProperty('cooldown');
  });
});
