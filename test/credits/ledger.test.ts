import { describe, expect, it } from 'vitest';
import { type Books, heldIn, hold, type Limits, resolve } from '../../src/credits/ledger.ts';
import { GUILD, idAt, OTHER_USER, USER } from '../support/snowflakes.ts';

const limits: Limits = { price: 6, budget: 30, cooldownMs: 15_000 };
const EMPTY: Books = { server: undefined, member: undefined, cooldown: undefined };
const NOON = Date.UTC(2026, 10, 22, 12);

const order = (interactionId: string, { pictures = 1, userId = USER } = {}) => ({
  interactionId,
  guildId: GUILD,
  userId,
  pictures,
});

/** Books after a hold that must succeed. */
function holding(books: Books, id: string, pictures = 1, boot = 'boot-1'): Books {
  const { verdict, write } = hold(
    books,
    order(id, { pictures }),
    { ...limits, cooldownMs: 0 },
    boot,
  );
  expect(verdict.kind).toBe('held');
  return { ...books, ...write };
}

/** Books after a resolution. */
function resolved(books: Books, id: string, delivered: number): Books {
  const { write } = resolve(books, id, delivered);
  const cooldown = write && 'cooldown' in write ? undefined : books.cooldown;
  return { ...books, ...write, cooldown };
}

describe('a hold', () => {
  it('sets the price of every picture aside without using it', () => {
    const books = holding(EMPTY, idAt(NOON), 3);
    expect(books.server).toMatchObject({ used: 0 });
    expect(heldIn(books.server)).toBe(18);
    expect(heldIn(books.server, USER)).toBe(18);
    expect(heldIn(books.server, OTHER_USER)).toBe(0);
  });

  it('counts what is used and what others hold against the budget', () => {
    let books = resolved(holding(EMPTY, idAt(NOON)), idAt(NOON), 1);
    books = holding(books, idAt(NOON, 1), 2);
    const { verdict, write } = hold(books, order(idAt(NOON, 2), { pictures: 3 }), limits, 'boot-1');
    expect(verdict).toEqual({ kind: 'over-budget', needed: 18, left: 12 });
    expect(write).toBeUndefined();
    expect(hold(books, order(idAt(NOON, 2), { pictures: 2 }), limits, 'b').verdict.kind).toBe(
      'held',
    );
  });

  it('is unlimited where the budget is', () => {
    const free = { ...limits, budget: Number.POSITIVE_INFINITY };
    expect(hold(EMPTY, order(idAt(NOON), { pictures: 4 }), free, 'b').verdict.kind).toBe('held');
  });

  it('starts the cooldown, which runs from one interaction’s time to the other’s', () => {
    const { write } = hold(EMPTY, order(idAt(NOON)), limits, 'b');
    const books = { ...EMPTY, ...write };
    const early = hold(books, order(idAt(NOON + 14_999)), limits, 'b');
    expect(early.verdict).toEqual({ kind: 'cooldown', readyAt: NOON + 15_000 });
    expect(early.write).toBeUndefined();
    expect(hold(books, order(idAt(NOON + 15_000)), limits, 'b').verdict.kind).toBe('held');
  });

  it('is made once for an interaction, before and after it is resolved', () => {
    const books = holding(EMPTY, idAt(NOON));
    expect(hold(books, order(idAt(NOON)), limits, 'b').verdict.kind).toBe('seen-before');
    const later = resolved(books, idAt(NOON), 1);
    expect(hold(later, order(idAt(NOON)), limits, 'b').verdict.kind).toBe('seen-before');
  });

  it('is refused for an interaction so old that it was forgotten', () => {
    const old = idAt(NOON);
    let books = resolved(holding(EMPTY, old), old, 1);
    books = holding(books, idAt(NOON + 21 * 60_000));
    expect(Object.keys(books.server?.done ?? {})).toEqual([]);
    expect(hold(books, order(old), limits, 'b').verdict.kind).toBe('seen-before');
  });

  it('remembers resolved interactions for longer than a token lives', () => {
    const old = idAt(NOON);
    let books = resolved(holding(EMPTY, old), old, 1);
    books = holding(books, idAt(NOON + 19 * 60_000));
    expect(Object.keys(books.server?.done ?? {})).toEqual([old]);
  });
});

describe('a resolution', () => {
  it('charges what was delivered and releases the rest', () => {
    const books = resolved(holding(EMPTY, idAt(NOON), 4), idAt(NOON), 3);
    expect(books.server).toMatchObject({ used: 18, holds: {} });
    expect(books.member).toEqual({ v: 1, used: 18 });
  });

  it('charges the price of the time of the hold', () => {
    const dear = { ...limits, price: 10, cooldownMs: 0 };
    const { write } = hold(EMPTY, order(idAt(NOON)), dear, 'b');
    expect(resolve({ ...EMPTY, ...write }, idAt(NOON), 1).resolution).toEqual({
      kind: 'resolved',
      captured: 10,
    });
  });

  it('never charges more than was held', () => {
    const books = holding(EMPTY, idAt(NOON), 2);
    expect(resolve(books, idAt(NOON), 9).resolution).toEqual({ kind: 'resolved', captured: 12 });
  });

  it('changes nothing the second time, whatever it is told then', () => {
    const books = resolved(holding(EMPTY, idAt(NOON), 2), idAt(NOON), 2);
    const again = resolve(books, idAt(NOON), 0);
    expect(again).toEqual({ resolution: { kind: 'already', captured: 12 } });
  });

  it('of an unknown hold changes nothing', () => {
    expect(resolve(EMPTY, idAt(NOON), 1)).toEqual({ resolution: { kind: 'no-hold' } });
  });

  it('gives the cooldown back when nothing was delivered, and only its own', () => {
    const { write } = hold(EMPTY, order(idAt(NOON)), limits, 'b');
    const books = { ...EMPTY, ...write };
    expect(resolve(books, idAt(NOON), 0).write).toMatchObject({ cooldown: null });
    expect(resolve(books, idAt(NOON), 1).write).not.toHaveProperty('cooldown');
    const another = { ...books, cooldown: { v: 1 as const, by: idAt(NOON + 20_000) } };
    expect(resolve(another, idAt(NOON), 0).write).not.toHaveProperty('cooldown');
  });
});
