import { describe, expect, it } from 'vitest';
import { pruneTexts } from '../../src/moderation/prune-texts.ts';
import { after, DAY, moderation, NOON, report } from '../support/moderation.ts';
import { GUILD } from '../support/snowflakes.ts';

const running = new AbortController().signal;

/** A case with a text that is kept for 30 days, and what is left of it days later. */
async function leftAfter(days: number, keepDays: number | undefined): Promise<string | null> {
  const { store, cases } = await moderation();
  await cases.open(GUILD, report({ excerpt: { text: 'A fox', keepDays: 30 } }));
  const daysOf = () => Promise.resolve(keepDays);
  await pruneTexts({ store, daysOf, now: () => NOON + days * DAY }, running);
  return (await cases.find(GUILD, 1))?.text ?? null;
}

describe('what was typed with a case', () => {
  it('goes once it is older than the server wants by now', async () => {
    expect(await leftAfter(6, 7)).toBe('A fox');
    expect(await leftAfter(7, 7)).toBeNull();
    expect(await leftAfter(0, 0)).toBeNull();
  });

  it('stays where nobody can read what the server wants', async () => {
    expect(await leftAfter(20, undefined)).toBe('A fox');
  });

  it('is not kept at all where the server wants none', async () => {
    const { store, cases } = await moderation();
    await cases.open(
      GUILD,
      report({ interactionId: after(1), excerpt: { text: 'A fox', keepDays: 0 } }),
    );
    expect(await store.keys('case-text:')).toEqual([]);
  });
});
