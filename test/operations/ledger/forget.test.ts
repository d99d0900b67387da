import { describe, expect, it } from 'vitest';
import { createOpenInteractions } from '../../../src/discord/delivery/open-interactions.ts';
import { createRetries } from '../../../src/discord/delivery/retries.ts';
import { createCases } from '../../../src/moderation/cases.ts';
import { createReviews } from '../../../src/reviews/reviews.ts';
import { openStore } from '../../../src/storage/keyv-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { bookFile, rowsIn } from '../../support/book-store.ts';
import { newReview } from '../../support/new-review.ts';
import { ledger } from '../../support/ledger-process.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../../support/snowflakes.ts';
import { goodRows, HELD } from '../../support/verify-rows.ts';

const options = { prompt: 'A fox in the snow' };

/** Books in which everything is settled but for what `work` adds. */
async function settledBooks(work: (store: Store) => Promise<unknown>): Promise<string> {
  const file = await bookFile(goodRows());
  await inBooks(file, work);
  return file;
}

async function inBooks<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(file, Date.now);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('a member who is to be forgotten', () => {
  it('takes the prompts of Retry buttons along, and nobody else’s', async () => {
    const file = await settledBooks(async (store) => {
      let count = 0;
      const retries = createRetries(store, () => `button-${(count += 1)}`);
      const mine = await retries.keep({ guildId: GUILD, userId: OTHER_USER, options });
      await retries.keep({ guildId: GUILD, userId: OTHER_USER, options });
      await retries.keep({ guildId: GUILD, userId: USER, options });
      await retries.take(mine, { interactionId: HELD, guildId: GUILD, userId: OTHER_USER });
    });
    expect(await ledger(file, ['forget', OTHER_USER])).toMatchObject({ end: 0 });
    const rows = await inBooks(file, rowsIn);
    expect(JSON.stringify(rows)).not.toContain(OTHER_USER);
    expect(Object.keys(rows).filter((key) => key.startsWith('retry:'))).toEqual(['retry:button-3']);
    expect((await ledger(file, ['verify'])).end).toBe(0);
  });

  it('stays as long as pictures of theirs wait for a moderator', async () => {
    const file = await settledBooks(async (store) => {
      const reviews = createReviews(
        store,
        createCases(store, () => {}),
        'a run that was stopped',
      );
      await reviews.begin(CHANNEL, newReview({ user: OTHER_USER }));
      await reviews.stand(CHANNEL, { messages: [CHANNEL], seeds: [7] });
    });
    const before = await inBooks(file, rowsIn);
    expect(await ledger(file, ['forget', OTHER_USER])).toMatchObject({
      end: 1,
      out: expect.stringMatching(/has to do with 1 review that is not over/),
    });
    expect(await inBooks(file, rowsIn)).toEqual(before);
    expect((await ledger(file, ['verify'])).end).toBe(0);
    await inBooks(file, (store) =>
      createReviews(
        store,
        createCases(store, () => {}),
        'now',
      ).over(CHANNEL),
    );
    expect(await ledger(file, ['forget', OTHER_USER])).toMatchObject({ end: 0 });
    expect(JSON.stringify(await inBooks(file, rowsIn))).not.toContain(OTHER_USER);
  });

  it('stays as long as a last word is owed, though nothing is held', async () => {
    const file = await settledBooks((store) =>
      createOpenInteractions(store, 'a run that was killed').open(CHANNEL, {
        applicationId: CHANNEL,
        token: 'token',
        guildId: GUILD,
        channelId: CHANNEL,
        userId: OTHER_USER,
        options,
      }),
    );
    const before = await inBooks(file, rowsIn);
    expect(await ledger(file, ['forget', OTHER_USER])).toMatchObject({
      end: 1,
      out: expect.stringMatching(/still waits for 1 answer\. Start the bot once/),
    });
    expect(await inBooks(file, rowsIn)).toEqual(before);
  });
});
