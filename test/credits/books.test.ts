import { describe, expect, it } from 'vitest';
import { type Books, faultIn } from '../../src/credits/books.ts';
import type { Hold } from '../../src/credits/documents.ts';
import { emptyBooks } from '../support/ledger-books.ts';
import { CHANNEL, GUILD, USER } from '../support/snowflakes.ts';

const server = { v: 2 as const, used: 30, held: 12, deleted: 6, warned: null };
const member = { v: 2 as const, used: 24, held: 12, days: { '22': { used: 6, held: 12 } } };
const hold: Hold = {
  v: 2,
  guild: GUILD,
  user: USER,
  channel: CHANNEL,
  roles: [],
  pictures: 2,
  price: 6,
  budget: null,
  boot: 'b',
};
const share = (used: number, held: number): Books['shares'] => [
  { name: { of: 'channel', id: CHANNEL }, share: { v: 2, used, held } },
];
const sound = emptyBooks({ server, member, hold, shares: share(30, 12) });

describe('books read together', () => {
  it('are in order where every part fits into the server’s', () => {
    expect(faultIn(sound)).toBeUndefined();
    expect(faultIn(emptyBooks())).toBeUndefined();
  });

  it.each<[string, Partial<Books>]>([
    ['a member used more', { member: { ...member, used: 25 } }],
    ['a member used something of a month that does not exist', { server: undefined }],
    ['a member holds more', { member: { ...member, held: 18 } }],
    ['a channel used more', { shares: share(31, 12) }],
    ['a channel holds more', { shares: share(30, 18) }],
    ['an interaction is held and resolved', { done: { v: 2, captured: 0 } }],
    ['a hold is larger than what the server holds', { hold: { ...hold, pictures: 3 } }],
    ['a hold is missing in its channel', { shares: share(30, 6) }],
    ['a hold is missing in its day', { day: '21' }],
    ['a hold is missing in its member’s month', { member: undefined }],
  ])('are broken where %s', (_, change) => {
    expect(faultIn({ ...sound, ...change })).toBeDefined();
  });
});
