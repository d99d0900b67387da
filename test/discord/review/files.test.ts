import { describe, expect, it } from 'vitest';
import { fetchPictures } from '../../../src/discord/review/files.ts';
import type { OpenReview } from '../../../src/reviews/documents.ts';
import { refusal } from '../../simulation/discord-errors.ts';
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
    isDelayed: false,
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

/** What comes of asking for the pictures so long after the decision, where Discord refuses to show the message. */
const refusedAfter = (ms: number, ...[status, code]: [number, number]) =>
  fetchPictures(approved.pictures, approved, {
    channels: {
      files: () => Promise.reject(refusal(status, code)),
      fetch: () => Promise.reject(new Error('There is no file.')),
    },
    clock: {
      now: () => CLICKED + ms,
      wait: () => Promise.resolve(),
      after: () => new AbortController().signal,
    },
    cut: new AbortController().signal,
    log: listeningLog().log,
  });

describe('the pictures of a message that Discord does not show', () => {
  it.each([
    [404, 10008],
    [404, 10003],
  ])('are gone where there is no such message or channel: %i, %i', async (...refused) => {
    expect(await refusedAfter(0, ...refused)).toEqual({ kind: 'fetched', pictures: [] });
  });

  it.each([
    [403, 50001],
    [403, 50013],
    [400, 50024],
  ])('are there where the bot is not let in: %i, %i', async (...refused) => {
    expect(await refusedAfter(0, ...refused)).toEqual({ kind: 'shut-out', isLate: false });
    const late = await refusedAfter(24 * HOUR_MS, ...refused);
    expect(late).toEqual({ kind: 'shut-out', isLate: true });
  });

  it('are not known of by a bot whose own token is refused', async () => {
    expect(await refusedAfter(24 * HOUR_MS, 401, 0)).toEqual({ kind: 'unknown' });
  });
});
