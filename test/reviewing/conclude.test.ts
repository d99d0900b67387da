import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/credits/accounts.ts';
import { createBlocks } from '../../src/moderation/blocks.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { concludeReview, type ReviewDoor } from '../../src/reviewing/conclude.ts';
import { createReviewKeeper } from '../../src/reviewing/keeper.ts';
import { createReviews } from '../../src/reviews/reviews.ts';
import { hostClock } from '../../src/clock.ts';
import { listeningLog } from '../support/edge-log.ts';
import { temporaryStore } from '../support/edge-store.ts';
import { newReview } from '../support/new-review.ts';
import { CHANNEL, GUILD, idAt, USER } from '../support/snowflakes.ts';

const ID = idAt(Date.UTC(2026, 10, 22, 12));
const MESSAGE = idAt(Date.UTC(2026, 10, 22, 12, 1));
const CLICK = idAt(Date.UTC(2026, 10, 22, 13));
const MODERATOR = '300000000000000009';
const PLACE = { guildId: GUILD, userId: USER, interactionId: ID };

const LIMITS = {
  price: 6,
  cooldownMs: 0,
  server: 120,
  memberMonth: Infinity,
  memberDay: Infinity,
  channels: {},
  roles: {},
};

/** A review of one picture, of two that are held, approved or rejected, and a door that says `said` of what it was told. */
async function decidedReview(kind: 'approve' | 'reject', fields: Partial<ReviewDoor> = {}) {
  const store = await temporaryStore();
  const cases = createCases(store, () => {});
  const reviews = createReviews(store, cases, 'now');
  const accounts = createAccounts(store, 'now');
  const order = { ...PLACE, channelId: CHANNEL, roleIds: [], pictures: 2 };
  await accounts.hold(order, LIMITS);
  await reviews.begin(ID, newReview());
  await reviews.stand(ID, { messages: [MESSAGE], seeds: [7] });
  const by = { by: MODERATOR, click: CLICK };
  const end = { kind: 'end', why: 'rejected', reason: 'No', block: null } as const;
  await reviews.decide(ID, kind === 'approve' ? { kind, ...by } : { ...end, ...by });
  const told: string[] = [];
  const door: ReviewDoor = {
    sent: () => Promise.resolve({ messages: [], seeds: [] }),
    isThere: () => Promise.resolve(true),
    show: () => Promise.resolve({ kind: 'shown', pictures: 1, message: MESSAGE }),
    afterShown: () => Promise.resolve(true),
    tell: (_, __, { why }) => (told.push(why), Promise.resolve(true)),
    afterEnded: () => Promise.resolve(true),
    ...fields,
  };
  const room = {
    reviews,
    door,
    accounts,
    cases,
    blocks: createBlocks(store, cases),
    tally: { creditsCaptured: () => {} },
    log: listeningLog().log,
    clock: hostClock,
    cut: new AbortController().signal,
  };
  const used = async () => (await accounts.gauges(order, LIMITS))[0];
  return { room, cases, used, told };
}

const stops = () => Promise.resolve(false);
const dies = () => Promise.reject(new Error('The bot died.'));
const isGone: ReviewDoor['show'] = () =>
  Promise.resolve({ kind: 'not-shown', why: 'channel-gone' });

describe('the end of a review', () => {
  it.each([
    ['approve', { afterShown: stops }],
    ['reject', { tell: stops }],
    ['reject', { afterEnded: stops }],
  ] as const)('stays open after %s until the last word is said: %o', async (kind, fields) => {
    const { room, used } = await decidedReview(kind, fields);
    expect(await concludeReview(ID, room)).toBe(false);
    expect(await room.reviews.find(ID)).toMatchObject({ kind: 'open' });
    const door = (await decidedReview(kind)).room.door;
    expect(await concludeReview(ID, { ...room, door })).toBe(true);
    expect(await room.reviews.find(ID)).toMatchObject({ kind: 'over', case: 1 });
    expect(await used()).toMatchObject({ used: kind === 'approve' ? 6 : 0, held: 0 });
  });

  it('charges what was taken before a crash, whatever could be shown by now', async () => {
    const { room, used } = await decidedReview('approve', { afterShown: dies });
    await expect(concludeReview(ID, room)).rejects.toThrow('died');
    const shown: (readonly [string, string])[] = [];
    const door: ReviewDoor = {
      ...room.door,
      show: () => Promise.resolve({ kind: 'shown', pictures: 2, message: ID }),
      afterShown: (id, _, message) => (shown.push([id, message]), Promise.resolve(true)),
    };
    expect(await concludeReview(ID, { ...room, door })).toBe(true);
    expect(shown).toEqual([[ID, MESSAGE]]);
    expect(await used()).toMatchObject({ used: 6, held: 0 });
  });

  it('keeps the reason of a rejection with its case', async () => {
    const { room, cases } = await decidedReview('reject');
    expect(await concludeReview(ID, room)).toBe(true);
    expect((await cases.find(GUILD, 1))?.end).toMatchObject({ outcome: 'rejected', reason: 'No' });
  });

  it('says to nobody that nothing was charged where it was, and what was shown is gone since', async () => {
    const { room, cases, used, told } = await decidedReview('approve', { afterShown: dies });
    const reviews = { ...room.reviews, took: () => Promise.resolve() };
    await expect(concludeReview(ID, { ...room, reviews })).rejects.toThrow('died');
    const door = { ...room.door, afterShown: () => Promise.resolve(true), show: isGone };
    expect(await concludeReview(ID, { ...room, door })).toBe(true);
    expect(told).toEqual([]);
    expect(await used()).toMatchObject({ used: 6, held: 0 });
    expect((await cases.find(GUILD, 1))?.end).toMatchObject({ outcome: 'shown', by: MODERATOR });
    expect(await room.reviews.find(ID)).toMatchObject({ kind: 'over' });
  });

  it('is told as an arrival to who looks for it after a crash', async () => {
    const { room } = await decidedReview('approve');
    await concludeReview(ID, room);
    expect(await createReviewKeeper(room).resume(ID)).toBe('in-review');
  });
});
