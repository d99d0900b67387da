import type { NewReview } from '../../src/reviews/reviews.ts';
import { CHANNEL, GUILD, idAt, USER } from './snowflakes.ts';

/** One picture of the default member's that is about to be sent to a review channel. */
export const newReview = (fields: Partial<NewReview> = {}): NewReview => ({
  guild: GUILD,
  channel: CHANNEL,
  user: USER,
  applicationId: '100000000000000001',
  token: 'token',
  answer: null,
  request: {
    prompt: 'A fox',
    negativePrompt: null,
    stylePreset: null,
    aspectRatio: '1:1',
    seed: null,
    count: 1,
  },
  pictures: [
    { seed: 7, format: 'png', width: 1, height: 1, sampleEngine: true, convertedFrom: null },
  ],
  missing: [],
  rule: null,
  keepDays: 30,
  room: {
    channel: '400000000000000009',
    after: idAt(Date.UTC(2026, 10, 22, 12)),
    messages: [],
  },
  ...fields,
});
