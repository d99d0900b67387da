import { randomUUID } from 'node:crypto';
import type { Discord } from '../../playground/discord/index.ts';
import { hostClock } from '../../src/clock.ts';
import { createChannelApi } from '../../src/discord/rest/channel-api.ts';
import type { Line } from '../../src/discord/delivery/conversation.ts';
import { createInteractionApi } from '../../src/discord/rest/interaction-api.ts';
import { createOpenInteractions } from '../../src/discord/delivery/open-interactions.ts';
import { createOwed } from '../../src/discord/delivery/owed.ts';
import { createRetries } from '../../src/discord/delivery/retries.ts';
import { createPictures } from '../../src/pictures/records.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createReviews } from '../../src/reviews/reviews.ts';
import type { Store } from '../../src/storage/store.ts';
import { listeningLog } from './edge-log.ts';
import { temporaryStore } from './edge-store.ts';

/** A line to the local Discord, with what it logs and the way to cut it. */
export async function lineTo(
  { apiUrl, token }: Discord,
  fields: Partial<Line> & { readonly store?: Store } = {},
): Promise<{ line: Line; lines: readonly string[]; cut: AbortController; store: Store }> {
  const { store = await temporaryStore(), ...more } = fields;
  const { log, lines } = listeningLog();
  const cut = new AbortController();
  const hurry = new AbortController().signal;
  const line: Line = {
    api: createInteractionApi(apiUrl, hurry),
    channels: createChannelApi(apiUrl, token, hurry),
    open: createOpenInteractions(store, 'now'),
    retries: createRetries(store, randomUUID),
    owed: createOwed(store),
    pictures: createPictures(store, randomUUID),
    reviews: createReviews(
      store,
      createCases(store, () => {}),
      'now',
    ),
    log,
    clock: hostClock,
    cut: cut.signal,
    ...more,
  };
  return { line, lines, cut, store };
}
