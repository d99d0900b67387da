import { describe, expect, it } from 'vitest';
import { noticeText } from '../../src/words/notices.ts';

describe('a notice of what is in the way', () => {
  it('says whose part of the queue is full', () => {
    expect(noticeText({ kind: 'queue-full', of: 'server', limit: 60 })).toBe(
      'This server is waiting for many pictures, and 60 can be in the making at once. Nothing was charged. Please try again when some of them are there.',
    );
    expect(noticeText({ kind: 'queue-full', of: 'bot', limit: 400 })).toBe(
      'Very many pictures are being made right now, and 400 can be at once. Nothing was charged. Please try again when some of them are there.',
    );
  });

  it('says that a block has no end, and gives no reason where none was given', () => {
    expect(noticeText({ kind: 'blocked', until: null, reason: null, case: 2 })).toBe(
      'You are blocked from making pictures in this server. Nothing was charged. Moderators know it as case 2.',
    );
  });

  it('says which channels are meant by their age restriction', () => {
    expect(noticeText({ kind: 'wrong-age', wanted: 'restricted' })).toBe(
      'In this server pictures are made in age-restricted channels only, and this is none, as far as Discord says. Nothing was charged. Use such a channel.',
    );
  });

  it('says which rule a text met, hidden until it is clicked', () => {
    const hit = { rule: { text: '*gore*', origin: 'server' as const }, where: 'prompt' as const };
    expect(noticeText({ kind: 'against-rule', hit, case: 12 })).toBe(
      String.raw`Your prompt meets this server’s rule, ||\*gore\*||. Nothing was charged. Please change the words. If that is a mistake, ask for a second look: it is case 12.`,
    );
  });

  it('says whose rule it is, and where an exclusion may come from', () => {
    const rule = { text: 'gore', origin: 'operator' as const };
    expect(
      noticeText({ kind: 'against-rule', hit: { rule, where: 'negative_prompt' }, case: null }),
    ).toBe(
      'Your negative prompt meets a rule of this bot’s operator, ||gore||. Nothing was charged. A rule holds for what you exclude as well. Please leave it out; it may come from your defaults in `/style`.',
    );
  });
});
