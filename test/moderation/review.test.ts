import { describe, expect, it } from 'vitest';
import { needsReview } from '../../src/moderation/review.ts';
import { idAt } from '../support/snowflakes.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const FLAG = { rule: { text: 'gore*', origin: 'server' } } as const;

const asker = (fields: { joinedAt?: number | null; mayModerate?: boolean } = {}) => ({
  interactionId: idAt(NOW),
  joinedAt: NOW - 400 * DAY_MS,
  ...fields,
});

const rules = (review: Parameters<typeof needsReview>[0]['review'], newMemberDays = 7) => ({
  review,
  newMemberDays,
});

describe('what moderators see first', () => {
  it('is nothing where reviews are off, and everything where everybody is reviewed', () => {
    expect(needsReview(rules('off'), asker({ joinedAt: NOW }), FLAG)).toBe(false);
    expect(needsReview(rules('everybody'), asker())).toBe(true);
  });

  it.each([
    ['a moment before the last day is over', NOW - 7 * DAY_MS + 1, true],
    ['when the last day is over', NOW - 7 * DAY_MS, false],
    ['today', NOW, true],
    ['at a time that Discord does not tell', null, true],
  ])('is of new members what is asked for by somebody who joined %s', (_, joinedAt, isSeen) => {
    expect(needsReview(rules('new-members'), asker({ joinedAt }))).toBe(isSeen);
  });

  it('is what a rule flagged, where that is asked for', () => {
    expect(needsReview(rules('flagged'), asker())).toBe(false);
    expect(needsReview(rules('flagged'), asker(), FLAG)).toBe(true);
  });

  it.each(['everybody', 'new-members', 'flagged'] as const)(
    'is never a moderator’s own (%s)',
    (review) => {
      const own = asker({ mayModerate: true, joinedAt: null });
      expect(needsReview(rules(review), own, FLAG)).toBe(false);
    },
  );
});
