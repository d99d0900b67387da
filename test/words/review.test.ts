import { describe, expect, it } from 'vitest';
import { noticeText } from '../../src/words/notices.ts';
import { statusText } from '../../src/words/progress.ts';
import { decidedText, waitingText } from '../../src/words/review.ts';

const AT = Date.UTC(2026, 10, 22, 12);
const request = { prompt: 'A fox', aspectRatio: '1:1', count: 2 } as const;
const place = { userId: '300000000000000001', channelId: '400000000000000001', pictures: 2 };

describe('the words about a review', () => {
  it.each([
    'rejected',
    'withdrawn',
    'lapsed',
    'review-gone',
    'review-closed',
    'channel-gone',
  ] as const)('say that nothing was charged: %s', (why) => {
    const notice = { kind: 'not-shown', why, pictures: 2, reason: null } as const;
    expect(noticeText(notice)).toMatch(/the 2 pictures.*Nothing was charged\./);
    expect(noticeText({ ...notice, pictures: 1 })).toMatch(/the picture.*Nothing was charged\./);
  });

  it.each(['not-chosen', 'not-usable', 'may-not-post'] as const)(
    'say what is to be done: %s',
    (why) => expect(noticeText({ kind: 'no-review', why })).toMatch(/Nothing was charged\. Ask a/),
  );

  it('show a moderator’s reason as it was typed, and to whom the member can turn', () => {
    const reason = '@everyone **no**';
    const text = noticeText({ kind: 'not-shown', why: 'rejected', pictures: 1, reason });
    expect(text).toContain(`The reason: ||“@\u200Beveryone \\*\\*no\\*\\*”||.`);
    expect(text).toContain('please write to a moderator.');
  });

  it('fit into a message with every part at its longest', () => {
    const long = '*'.repeat(6_000);
    const rule = { text: '*'.repeat(200), origin: 'operator' } as const;
    const longest = { ...request, prompt: long, negativePrompt: long, stylePreset: 'digital-art' };
    const text = waitingText({ ...place, request: { ...longest } as typeof request, rule });
    expect(text.length).toBeLessThanOrEqual(2_000);
    const rejected = { kind: 'rejected', by: place.userId, at: AT, isBlocked: true } as const;
    const decided = decidedText(place, 999_999_999, { ...rejected, reason: long });
    expect(decided.length).toBeLessThanOrEqual(2_000);
  });

  it('keep no prompt once it is decided', () => {
    const text = decidedText(place, 3, { kind: 'lapsed', at: AT });
    expect(text).toBe(
      `**Case 3** · 2 pictures of <@${place.userId}> in <#${place.channelId}>\nNobody decided within 7 days, so they were let go <t:${AT / 1000}:f>. Nothing was charged.`,
    );
  });

  it.each([
    [2, 'The pictures are made and wait for a moderator'],
    [1, '1 picture of 2 is made and waits for a moderator'],
  ])('tell the member how many of two wait: %i', (made, said) => {
    expect(statusText(request, place.userId, { kind: 'review', made })).toContain(said);
  });
});
