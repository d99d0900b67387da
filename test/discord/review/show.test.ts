import { describe, expect, it } from 'vitest';
import { showReview } from '../../../src/discord/review/show.ts';
import { refusal } from '../../simulation/discord-errors.ts';
import { edgeDiscord, expectNoViolations } from '../../support/edge-discord.ts';
import { lineTo } from '../../support/edge-line.ts';
import { hugePng } from '../../support/huge-picture.ts';
import { newReview } from '../../support/new-review.ts';
import { idAt } from '../../support/snowflakes.ts';

const ID = idAt(Date.now() - 60_000);
const CLICK = idAt(Date.now() - 1_000);
const HOUR_MS = 3_600_000;
const MODERATOR = '300000000000000009';
const SEEDS = [1, 2, 3, 4, 5, 6];

const shutOut = () => Promise.reject(refusal(403, 50001));

const never = new Promise<never>(() => {});

/** Six approved pictures, and the ways to show them: until the bot dies at a message, or to the end. */
async function approvedSix(seeds = SEEDS) {
  const pictures = seeds.flatMap((seed) => newReview().pictures.map((one) => ({ ...one, seed })));
  const files = seeds.map((seed, n) => ({ name: `picture-${seed}.png`, size: n, url: '' }));
  const discord = await edgeDiscord();
  const { channels, guilds, people } = discord.world;
  const { line } = await lineTo(discord);
  const { reviews } = line;
  const place = { guild: guilds.studio.id, channel: channels.art.id, user: people.member.id };
  await reviews.begin(ID, { ...newReview(), ...place, pictures });
  await reviews.stand(ID, { messages: [CLICK], seeds });
  await reviews.decide(ID, { kind: 'approve', by: MODERATOR, click: CLICK });

  const show = async (fields: Partial<typeof line.channels>, clock = line.clock) => {
    const review = await reviews.find(ID);
    if (review?.kind !== 'open') throw new Error('It is open.');
    const shelf = {
      files: async () => files,
      // No two are as long.
      fetch: async ({ size }: { readonly size: number }) =>
        Buffer.concat([hugePng, Buffer.alloc(size)]),
      ...fields,
    };
    return showReview(ID, review, 'full', {
      ...line,
      clock,
      channels: { ...line.channels, ...shelf },
    });
  };
  return {
    discord,
    line,
    showToTheEnd: () => show({}),
    /** The same so long after the decision, where the bot may not look into the review channel. */
    showBlindly: (ms: number) =>
      show({ files: shutOut }, { ...line.clock, now: () => Date.now() + ms }),
    /** Resolves when the bot is about to send its so-manieth message, and does not. */
    showUntil: (message: number): Promise<void> => {
      const died = Promise.withResolvers<void>();
      let posts = 0;
      const post: typeof line.channels.post = (...call) => {
        posts += 1;
        if (posts < message) return line.channels.post(...call);
        died.resolve();
        return never;
      };
      void show({ post });
      return died.promise;
    },
    shown: () =>
      discord
        .messages(channels.art)
        .map(({ attachments }) => attachments.map(({ filename }) => filename)),
  };
}

describe('approved pictures', () => {
  it('are all shown once, though the service gave all the same seed', async () => {
    const { discord, showUntil, showToTheEnd } = await approvedSix(SEEDS.map(() => 7));
    await showUntil(2);
    await showUntil(2);
    expect(await showToTheEnd()).toMatchObject({ kind: 'shown', pictures: 6 });
    const shown = discord
      .messages(discord.world.channels.art)
      .flatMap(({ attachments }) => attachments);
    expect(shown).toHaveLength(6);
    expect(new Set(shown.map(({ size }) => size)).size).toBe(6);
    expectNoViolations(discord);
  });

  it('are all shown once, however often the bot dies between their messages', async () => {
    const { discord, showUntil, showToTheEnd, shown } = await approvedSix();
    await showUntil(2);
    await showUntil(2);
    const first = discord.messages(discord.world.channels.art)[0]?.id;
    expect(await showToTheEnd()).toEqual({ kind: 'shown', pictures: 6, message: first });
    expect(shown()).toEqual([
      ['a-fox-1.png', 'a-fox-2.png'],
      ['a-fox-3.png', 'a-fox-4.png'],
      ['a-fox-5.png', 'a-fox-6.png'],
    ]);
    expectNoViolations(discord);
  });

  it('of which some are shown wait for the others, and are told of without them after a day', async () => {
    const { discord, showUntil, showBlindly, shown } = await approvedSix();
    await showUntil(2);
    expect(await showBlindly(23 * HOUR_MS)).toEqual({ kind: 'shut-out' });
    expect(await showBlindly(24 * HOUR_MS)).toMatchObject({ kind: 'shown', pictures: 2 });
    expect(shown()).toEqual([['a-fox-1.png', 'a-fox-2.png']]);
    expect(discord.messages(discord.world.channels.art)[0]?.content).toContain(
      '4 of 6 pictures are missing: the bot was not let into the channel where moderators looked at it. Only the 2 shown were charged.',
    );
  });
});
