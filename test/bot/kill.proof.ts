import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../server/engine/paint/random.ts';
import { type Tally, verifyBooks } from '../support/books.ts';
import { type CrowdJob, gather } from '../support/kill-crowd.ts';
import { settleInPeace, shownBy, shownFor } from '../support/kill-end.ts';
import { IN_FLIGHT, killAgainAndAgain } from '../support/kill-rounds.ts';
import { moodyService } from '../support/kill-service.ts';
import { setStage } from '../support/stage.ts';

/** Unless KILLS says otherwise. */
const KILLS = Number(process.env['KILLS'] ?? 100);
const PRICE = 6;
const PATIENCE_MS = 600_000;

/** Another seed tries another history: KILL_SEED=7. The machine has a say in it as well. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

const charged = (tallies: ReadonlyMap<string, Tally>): Record<string, number> =>
  Object.fromEntries(
    [...tallies].filter(([, { used }]) => used > 0).map(([name, { used }]) => [name, used]),
  );

const priceOf = (shown: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...shown].map(([name, pictures]) => [name, pictures * PRICE]));

const memberOf = ({ guildId, userId }: CrowdJob) => `${guildId}:${userId}`;
const channelOf = ({ guildId, channelId }: CrowdJob) => `${guildId}:${channelId}`;

const matching = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length;

it(
  'a bot that is killed at any instant charges what was delivered, and owes nobody a word',
  async () => {
    const begun = performance.now();
    const random = createRandom(seed);
    const { service, painted } = moodyService(createRandom(seed + 1));
    const stage = await setStage({
      service,
      env: { GUILD_MONTHLY_CREDITS: '0', IMAGE_API_CONCURRENCY: '64' },
    });
    await stage.bot.stop();
    const crowd = gather(stage, random);
    const { early, atWork, startsMs, lines } = await killAgainAndAgain(stage, crowd, KILLS, random);
    const { books, starts, lines: lastLines } = await settleInPeace(stage, crowd);

    const taken = crowd.jobs.filter(({ invocation }) => invocation.answerType === 5);
    const shown = sum(taken.map(shownFor));
    const log = [...lines, ...lastLines];
    const asked = sum(taken.map(({ count }) => count));
    const figures = {
      seed,
      kills: { atWork, inFlightAtEach: IN_FLIGHT, whileStarting: early },
      jobs: { taken: taken.length, neverAnswered: crowd.jobs.length - taken.length },
      pictures: {
        asked,
        painted: sum(painted.values()),
        delivered: shown,
        charged: sum([...books.servers.values()].map(({ used }) => used)) / PRICE,
        released: asked - shown,
      },
      recoveredJobs: {
        charged: matching(log, /"captured":[1-9].*settled after a restart/),
        released: matching(log, /"captured":0.*settled after a restart/),
      },
      lastStarts: starts,
      medianStartMs: Math.round(startsMs.toSorted((a, b) => a - b)[startsMs.length >> 1] ?? 0),
      seconds: Math.round((performance.now() - begun) / 1000),
    };
    console.log('kill -9:', JSON.stringify(figures));

    expect(charged(books.servers)).toEqual(priceOf(shownBy(taken, ({ guildId }) => guildId)));
    expect(charged(books.members)).toEqual(priceOf(shownBy(taken, memberOf)));
    expect(charged(books.channels)).toEqual(priceOf(shownBy(taken, channelOf)));
    expect(books).toMatchObject({ holds: [], open: [], integrity: 'ok' });
    const tallies = [books.servers, books.members, books.channels].flatMap((map) => [
      ...map.values(),
    ]);
    expect(tallies.filter(({ held }) => held !== 0)).toEqual([]);
    expect(verifyBooks(join(stage.folder, 'easel.sqlite'))).toMatchObject({
      code: 0,
      said: expect.stringContaining('The books are right'),
    });

    const wordless = taken.filter(
      ({ invocation }) => (invocation.original()?.content ?? '') === '',
    );
    expect(wordless.map(({ prompt }) => prompt)).toEqual([]);
    const paidTwice = crowd.jobs.filter(({ prompt, count }) => (painted.get(prompt) ?? 0) > count);
    expect(paidTwice.map(({ prompt }) => prompt)).toEqual([]);
  },
  PATIENCE_MS,
);
