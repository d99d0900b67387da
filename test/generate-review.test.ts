import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { GUILD } from './support/snowflakes.ts';

const ROOM = '400000000000000009';

async function reviewedStudio(
  policy: Parameters<typeof setPolicy>[1] = { review: 'everybody', reviewChannel: ROOM },
  setup: Parameters<typeof setStudio>[0] = {},
) {
  const evening = await setStudio(setup);
  await setPolicy(evening, policy);
  return evening;
}

const setPolicy = (
  { settings }: Awaited<ReturnType<typeof setStudio>>,
  policy: { review: 'everybody'; reviewChannel?: string; retentionDays?: number },
) => settings.change(GUILD, (now) => ({ answer: undefined, settings: { ...now, ...policy } }));

const options = { prompt: 'A fox', count: 2 };

describe('what moderators see first', () => {
  it('stays held, is not charged, and leaves nothing open', async () => {
    const { studio, talk, steps, figures } = await reviewedStudio();
    expect(await generate(options, originAt(), talk, studio)).toEqual({
      kind: 'in-review',
      pictures: 2,
    });
    expect(steps).toEqual(['claim', 'hold', 'draw', 'draw', `submit to ${ROOM}`, 'close']);
    expect(await figures()).toEqual({ used: 0, held: 12, member: 0 });
  });

  it('is given back when the review channel does not take it', async () => {
    const { studio, talk, notices, figures } = await reviewedStudio(undefined, {
      submit: () => Promise.resolve({ kind: 'known', accepted: 0, refusal: 'review-closed' }),
    });
    await generate(options, originAt(), talk, studio);
    expect(notices).toEqual([{ kind: 'not-delivered', refusal: 'review-closed', made: true }]);
    expect(await figures()).toEqual({ used: 0, held: 0, member: 0 });
  });

  it('stays open for the next start when the bot had to stop before that was known', async () => {
    const { studio, talk, steps, figures } = await reviewedStudio(undefined, {
      submit: () => Promise.resolve({ kind: 'unknown' }),
    });
    expect(await generate(options, originAt(), talk, studio)).toEqual({ kind: 'left-open' });
    expect(steps).not.toContain('close');
    expect(await figures()).toMatchObject({ used: 0, held: 12 });
  });

  it.each([
    ['not-chosen', { review: 'everybody' as const }, {}, {}],
    ['not-usable', undefined, { reviewRoomWorks: false }, {}],
    ['may-not-post', undefined, {}, { mayPost: false }],
  ])('is refused before anything is held: %s', async (why, policy, setup, fields) => {
    const { studio, talk, steps, notices } = await reviewedStudio(policy, setup);
    await generate(options, originAt(0, fields), talk, studio);
    expect(notices).toEqual([{ kind: 'no-review', why }]);
    expect(steps).toEqual(['claim', 'tell', 'close']);
  });

  it('is not what a moderator asks for', async () => {
    const { studio, talk, steps } = await reviewedStudio();
    const end = await generate(options, originAt(0, { mayModerate: true }), talk, studio);
    expect(end).toMatchObject({ kind: 'delivered', pictures: 2 });
    expect(steps).toContain('deliver');
  });
});
