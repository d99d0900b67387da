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
});
