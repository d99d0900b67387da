import { describe, expect, it } from 'vitest';
import type { UploadRefusal } from '../../src/outcome.ts';
import { noticeText } from '../../src/words/notices.ts';

const undelivered: Readonly<Record<UploadRefusal, readonly [string, string]>> = {
  'too-large': [
    'the file is larger than this server accepts',
    'Please try another shape or style.',
  ],
  'no-permission': [
    'the bot may not attach files here',
    'Ask a moderator to allow Attach Files, or use another channel.',
  ],
  'message-deleted': ['its message was deleted meanwhile', 'Send the command again if you like.'],
  'channel-deleted': [
    'its channel was deleted meanwhile',
    'Ask for it anew in another channel if you like.',
  ],
  'blocked-by-filter': ['Discord’s content filter blocked it', 'Please try other words.'],
  'token-expired': [
    'it came later than Discord lets a command wait',
    'Please try again in a few minutes.',
  ],
  refused: ['Discord did not accept it', 'Please try again.'],
  'discord-down': ['Discord could not take it', 'Please try again in a few minutes.'],
  'review-closed': [
    'it could not be shown to the moderators, who see pictures first here',
    'Please tell a manager: the bot must be able to post in the review channel.',
  ],
};

describe('a picture', () => {
  it.each(Object.entries(undelivered))(
    'that was not delivered says why: %s',
    (refusal, [what, next]) => {
      const why = refusal as UploadRefusal;
      expect(noticeText({ kind: 'not-delivered', refusal: why, made: true })).toBe(
        `Your picture was made, but ${what}. Nothing was charged. ${next}`,
      );
      expect(noticeText({ kind: 'not-delivered', refusal: why, made: false })).toBe(
        `There is no picture: ${what}. Nothing was charged. ${next}`,
      );
    },
  );
});
