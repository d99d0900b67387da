import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockOrder, holds } from '../../src/moderation/blocks.ts';
import { DURATION } from '../../src/moderation/duration.ts';
import { after, DAY, MINUTE, moderation, NOON } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const OTHER_GUILD = '200000000000000002';
const MODERATOR = '300000000000000009';

const order = (fields: Partial<BlockOrder> = {}): BlockOrder => ({
  userId: USER,
  by: MODERATOR,
  reason: 'Spam',
  interactionId: after(),
  lastsMs: 10 * MINUTE,
  ...fields,
});

const lift = (fields: Partial<BlockOrder> = {}) => {
  const { lastsMs: _, ...word } = order({ reason: null, ...fields });
  return word;
};

const first = {
  v: 1,
  by: MODERATOR,
  reason: 'Spam',
  since: NOON,
  until: NOON + 10 * MINUTE,
  case: 1,
};

describe('a block', () => {
  it('holds in its server, for its member', async () => {
    const { blocks } = await moderation();
    expect(await blocks.of(GUILD, USER, after())).toBeUndefined();
    expect(await blocks.block(GUILD, order())).toEqual({ block: first, before: null });
    expect(await blocks.of(GUILD, USER, after(MINUTE))).toEqual(first);
    expect(await blocks.of(OTHER_GUILD, USER, after(MINUTE))).toBeUndefined();
    expect(await blocks.of(GUILD, OTHER_USER, after(MINUTE))).toBeUndefined();
  });

  it('is a case', async () => {
    const { blocks, cases, rings } = await moderation();
    await blocks.block(GUILD, order());
    expect(await cases.find(GUILD, 1)).toMatchObject({
      facts: { kind: 'block', until: NOON + 10 * MINUTE, before: null },
      actor: MODERATOR,
      target: USER,
      at: NOON,
      reason: 'Spam',
    });
    expect((await cases.ofMember(GUILD, USER)).cases).toHaveLength(1);
    expect(rings()).toBe(1);
  });

  it('that is set again with the same order, as after a crash, is the same case', async () => {
    const { blocks, cases, rings } = await moderation();
    await blocks.block(GUILD, order());
    expect(await blocks.block(GUILD, order())).toEqual({ block: first, before: null });
    expect((await cases.newest(GUILD)).cases).toHaveLength(1);
    expect(rings()).toBe(1);
    await blocks.block(GUILD, order({ interactionId: after(1) }));
    expect((await cases.newest(GUILD)).cases).toHaveLength(2);
  });

  it('takes the place of one before, and says what that was', async () => {
    const { blocks, cases } = await moderation();
    await blocks.block(GUILD, order());
    const again = order({
      by: OTHER_USER,
      reason: '',
      interactionId: after(MINUTE),
      lastsMs: null,
    });
    const second = {
      v: 1,
      by: OTHER_USER,
      reason: null,
      since: NOON + MINUTE,
      until: null,
      case: 2,
    };
    expect(await blocks.block(GUILD, again)).toEqual({ block: second, before: first });
    expect(await blocks.of(GUILD, USER, after(1_000 * DAY))).toEqual(second);
    expect((await cases.find(GUILD, 2))?.facts).toEqual({
      kind: 'block',
      until: null,
      before: { by: MODERATOR, until: NOON + 10 * MINUTE },
    });
  });

  it('takes the place of none where the one before is over', async () => {
    const { blocks } = await moderation();
    await blocks.block(GUILD, order());
    const later = order({ interactionId: after(10 * MINUTE) });
    expect((await blocks.block(GUILD, later)).before).toBeNull();
  });

  it('is replaced once by each of many that come at once', async () => {
    const { blocks, cases } = await moderation();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        blocks.block(GUILD, order({ reason: `${index}`, lastsMs: null })),
      ),
    );
    const inOrder = made.toSorted((a, b) => a.block.case - b.block.case);
    expect(inOrder.map(({ block }) => block.case)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(inOrder.map(({ before }) => before)).toEqual([
      null,
      ...inOrder.slice(0, -1).map(({ block }) => block),
    ]);
    expect(await blocks.of(GUILD, USER, after())).toEqual(inOrder.at(-1)?.block);
    expect((await cases.ofMember(GUILD, USER)).next).toBeNull();
  });
});

describe('lifting a block', () => {
  it('ends it, says what it was, and is a case', async () => {
    const { blocks, cases } = await moderation();
    await blocks.block(GUILD, order());
    const unblocked = await blocks.unblock(GUILD, lift({ interactionId: after(MINUTE) }));
    expect(unblocked).toEqual({ kind: 'unblocked', before: first, case: 2 });
    expect(await blocks.of(GUILD, USER, after(MINUTE))).toBeUndefined();
    expect(await cases.find(GUILD, 2)).toMatchObject({
      facts: { kind: 'unblock', before: { by: MODERATOR, until: NOON + 10 * MINUTE } },
      target: USER,
      reason: null,
    });
  });

  it.each([
    ['there is none', 0, false],
    ['it is over', 10 * MINUTE, true],
  ])('is nothing where %s, and no case', async (_, at, isBlocked) => {
    const { blocks, store, rings } = await moderation();
    if (isBlocked) await blocks.block(GUILD, order());
    const before = [await store.keys('case'), rings()];
    const answer = await blocks.unblock(GUILD, lift({ interactionId: after(at) }));
    expect(answer).toEqual({ kind: 'not-blocked' });
    expect([await store.keys('case'), rings()]).toEqual(before);
  });

  it('is done by one of two', async () => {
    const { blocks } = await moderation();
    await blocks.block(GUILD, order());
    const both = await Promise.all([
      blocks.unblock(GUILD, lift()),
      blocks.unblock(GUILD, lift({ by: OTHER_USER })),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['not-blocked', 'unblocked']);
  });
});

describe('the end of a block', () => {
  it('is told by Discord’s clock to the millisecond, whatever the host’s says', async () => {
    const hours = fc.integer({ min: -40, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: DURATION.min, max: DURATION.max }),
        hours,
        hours,
        async (lastsMs, atFirst, atLast) => {
          const { blocks, clock } = await moderation();
          clock.now = NOON + atFirst * 3_600_000;
          await blocks.block(GUILD, order({ lastsMs }));
          // The host's clock may be set, but two days are on top of what the row is kept for.
          clock.now += lastsMs + Math.max(0, atLast) * 3_600_000;
          expect(await blocks.of(GUILD, USER, after(lastsMs - 1))).toBeDefined();
          expect(await blocks.of(GUILD, USER, after(lastsMs))).toBeUndefined();
          expect(await blocks.isBlocked(GUILD, USER, after(lastsMs - 1))).toBe(true);
          expect(await blocks.isBlocked(GUILD, USER, after(lastsMs))).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never comes for one that is for ever', () => {
    expect(holds({ until: null }, Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(holds({ until: NOON }, NOON)).toBe(false);
  });

  it('leaves a row that is swept two days later, and one for ever never', async () => {
    const { blocks, store, clock } = await moderation();
    await blocks.block(GUILD, order());
    await blocks.block(GUILD, order({ userId: OTHER_USER, lastsMs: null }));
    clock.now = NOON + 10 * MINUTE + 2 * DAY;
    expect(await store.sweep()).toBe(0);
    clock.now += 1;
    expect(await store.sweep()).toBe(1);
    clock.now += 10_000 * DAY;
    await store.sweep();
    expect(await store.keys('block:')).toEqual([`block:${GUILD}:${OTHER_USER}`]);
  });
});

describe('the blocks of a server', () => {
  it('are those that hold, by the page', async () => {
    const { blocks } = await moderation();
    const ids = Array.from({ length: 25 }, (_, index) => `3000000000000000${10 + index}`);
    for (const [index, userId] of ids.entries()) {
      const lastsMs = index % 5 === 0 ? MINUTE : null;
      await blocks.block(GUILD, order({ userId, lastsMs }));
    }
    await blocks.block(OTHER_GUILD, order());
    const holding = ids.filter((_, index) => index % 5 !== 0);

    const one = await blocks.list(GUILD, after(MINUTE));
    const two = await blocks.list(GUILD, after(MINUTE), one.next);
    expect([...one.blocks, ...two.blocks].map(({ userId }) => userId)).toEqual(holding);
    expect([one.blocks.length, one.next, two.next]).toEqual([10, holding[10], null]);
    expect(one.blocks[0]?.block).toMatchObject({ by: MODERATOR, until: null, case: 2 });
    expect((await blocks.list(GUILD, after())).blocks[0]?.userId).toBe(ids[0]);
  });
});
