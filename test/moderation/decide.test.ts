import { describe, expect, it } from 'vitest';
import type { Closing } from '../../src/moderation/decide.ts';
import { OUTCOMES } from '../../src/moderation/facts.ts';
import { after, MINUTE, moderation, NOON, report } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const MODERATOR = '300000000000000009';
const review = { kind: 'review', rule: null, pictures: 1 } as const;

const closing = (fields: Partial<Closing> = {}): Closing => ({
  interactionId: after(MINUTE),
  by: MODERATOR,
  outcome: 'dismissed',
  ...fields,
});

describe('a decision about a case', () => {
  it.each([
    ...OUTCOMES.review.map((outcome) => [review, outcome] as const),
    ...OUTCOMES.report.map((outcome) => [{ kind: 'report' } as const, outcome] as const),
  ])('%j can end with: %s', async (facts, outcome) => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, report({ facts }));
    const end = { outcome, by: MODERATOR, at: NOON + MINUTE };
    const closed = await cases.close(GUILD, number, closing({ outcome }));
    expect(closed).toMatchObject({ kind: 'closed', entry: { facts, end } });
    expect(await cases.find(GUILD, number)).toMatchObject({ facts, target: USER, end });
  });

  it.each([
    [review, 'dismissed'],
    [{ kind: 'report' }, 'shown'],
    [{ kind: 'provider' }, 'dismissed'],
    [{ kind: 'delete', pictures: 1 }, 'deleted'],
  ] as const)('is none where nobody decides so: %j, %s', async (facts, outcome) => {
    const { cases, rings } = await moderation();
    const number = await cases.open(GUILD, report({ facts }));
    const closed = await cases.close(GUILD, number, closing({ outcome }));
    expect(closed).toEqual({ kind: 'not-to-be-closed' });
    expect((await cases.find(GUILD, number))?.end).toBeNull();
    expect(rings()).toBe(1);
  });

  it('keeps why, where somebody said so', async () => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, report({ facts: review }));
    await cases.close(GUILD, number, closing({ outcome: 'rejected', reason: 'No boats' }));
    expect((await cases.find(GUILD, number))?.end?.reason).toBe('No boats');
  });

  it('is none where there is no case', async () => {
    const { cases, store } = await moderation();
    expect(await cases.close(GUILD, 1, closing())).toEqual({ kind: 'no-case' });
    expect(await store.keys('')).toEqual([]);
  });

  it('holds against the next one, who is told whose it is', async () => {
    const { cases, rings } = await moderation();
    const number = await cases.open(GUILD, report());
    await cases.close(GUILD, number, closing({ outcome: 'hidden' }));
    const second = await cases.close(GUILD, number, closing({ by: OTHER_USER }));
    const first = { outcome: 'hidden', by: MODERATOR, at: NOON + MINUTE };
    expect(second).toEqual({ kind: 'closed-before', ...first });
    expect((await cases.find(GUILD, number))?.end).toEqual(first);
    expect(rings()).toBe(2);
  });

  it('is one, however many are made at once, and all others are told of that one', async () => {
    const { cases, store } = await moderation();
    const number = await cases.open(GUILD, report());
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        cases.close(GUILD, number, closing({ by: `3000000000000000${10 + index}` })),
      ),
    );
    expect(made.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
    const { end } = (await cases.find(GUILD, number)) ?? {};
    const others = made.filter(({ kind }) => kind !== 'closed');
    expect(others).toEqual(Array.from({ length: 19 }, () => ({ kind: 'closed-before', ...end })));
    expect(await store.keys('untold:')).toEqual([
      `untold:${GUILD}:000000001:begun`,
      `untold:${GUILD}:000000001:ended`,
    ]);
  });
});

const write = (note: string | null, seen: string | null, by = MODERATOR) => ({
  interactionId: after(MINUTE),
  by,
  note,
  seen,
});

describe('a note to a case', () => {
  it('is written, changed and taken away by whoever saw the one before', async () => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, report());
    const note = { text: 'one', by: MODERATOR, at: NOON + MINUTE };
    expect(await cases.annotate(GUILD, number, write('one', null))).toMatchObject({
      kind: 'annotated',
      entry: { note },
    });
    await cases.annotate(GUILD, number, write('two', 'one', OTHER_USER));
    expect((await cases.find(GUILD, number))?.note).toEqual({
      ...note,
      text: 'two',
      by: OTHER_USER,
    });
    await cases.annotate(GUILD, number, write(null, 'two'));
    expect((await cases.find(GUILD, number))?.note).toBeNull();
  });

  it('does not take the place of one that was not seen', async () => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, report());
    await cases.annotate(GUILD, number, write('one', null));
    const late = await cases.annotate(GUILD, number, write('two', null, OTHER_USER));
    const note = { text: 'one', by: MODERATOR, at: NOON + MINUTE };
    expect(late).toEqual({ kind: 'annotated-before', note });
    await cases.annotate(GUILD, number, write(null, 'one'));
    const later = await cases.annotate(GUILD, number, write('two', 'one', OTHER_USER));
    expect(later).toEqual({ kind: 'annotated-before', note: null });
    expect((await cases.find(GUILD, number))?.note).toBeNull();
  });

  it('needs a case, and is no news', async () => {
    const { cases, rings } = await moderation();
    expect(await cases.annotate(GUILD, 1, write('one', null))).toEqual({ kind: 'no-case' });
    const number = await cases.open(GUILD, report());
    await cases.annotate(GUILD, number, write('one', null));
    expect(rings()).toBe(1);
  });
});
