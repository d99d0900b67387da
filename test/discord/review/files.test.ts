import { describe, expect, it } from 'vitest';
import { fetchPictures } from '../../../src/discord/review/files.ts';
import type { OpenReview } from '../../../src/reviews/documents.ts';
import { listeningLog } from '../../support/edge-log.ts';
import { newReview } from '../../support/new-review.ts';
import { idAt } from '../../support/snowflakes.ts';

const CLICKED = Date.UTC(2026, 10, 22, 13);
const HOUR_MS = 3_600_000;
const [first] = newReview().pictures;
if (first === undefined) throw new Error('There is a picture.');

const approved: OpenReview = {
  v: 1,
  kind: 'open',
  boot: 'now',
  case: 1,
  ...newReview(),
  pictures: [first, { ...first, seed: 8 }],
  room: { channel: '400000000000000009', after: idAt(CLICKED), messages: [idAt(CLICKED)] },
  state: {
    kind: 'approved',
    by: '300000000000000009',
    click: idAt(CLICKED),
    shown: null,
    taken: null,
  },
};

/** Fetches the two pictures so long after the decision, of which one cannot be had. */
async function fetchedAfter(ms: number, cut = new AbortController()) {
  const files = [7, 8].map((seed) => ({ name: `picture-${seed}.png`, size: 1, url: 'https://x/' }));
  let fetches = 0;
  const got = await fetchPictures(approved.pictures, approved, {
    channels: {
      files: () => Promise.resolve(files),
      fetch: ({ name }) => {
        fetches += 1;
        const isThere = name === 'picture-8.png';
        return isThere ? Promise.resolve(Buffer.from('8')) : Promise.reject(new Error('404'));
      },
    },
    clock: {
      now: () => CLICKED + ms,
      wait: () => Promise.resolve(),
      after: () => new AbortController().signal,
    },
    cut: cut.signal,
    log: listeningLog().log,
  });
  return { got, fetches };
}

describe('a picture of a review whose file is not to be had', () => {
  it('is waited for, as all others are', async () => {
    const { got, fetches } = await fetchedAfter(23 * HOUR_MS);
    expect(got).toEqual({ kind: 'unknown' });
    expect(fetches).toBe(10);
  });

  it('is gone a day after the decision, or credits would be held for ever', async () => {
    const { got } = await fetchedAfter(24 * HOUR_MS);
    expect(got).toMatchObject({ kind: 'fetched', pictures: [{ seed: 8 }] });
  });

  it('is not called gone by a bot that must stop', async () => {
    const cut = new AbortController();
    cut.abort();
    expect((await fetchedAfter(24 * HOUR_MS, cut)).got).toEqual({ kind: 'unknown' });
  });
});
