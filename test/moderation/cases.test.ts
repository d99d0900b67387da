import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { NewCase } from '../../src/moderation/cases.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import { after, DAY, MINUTE, moderation, NOON, report } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const OTHER_GUILD = '200000000000000002';
const rule = { text: 'gore*', origin: 'server' as const };

const FACTS: readonly NewCase['facts'][] = [
  { kind: 'refusal', rule, where: 'negative_prompt' },
  { kind: 'flag', rule, where: 'prompt' },
  { kind: 'provider' },
  { kind: 'review', rule: null, pictures: 4 },
  { kind: 'report' },
  { kind: 'block', until: NOON, before: { by: 'bot', until: null } },
  { kind: 'unblock', before: { by: USER, until: null } },
  { kind: 'unblock', before: null },
  { kind: 'delete', pictures: 1 },
  { kind: 'hide', pictures: 2, reports: 3 },
  { kind: 'setting', name: 'log channel', before: null, after: 'nowhere' },
];

describe('a case', () => {
  it('has a number, counted in each server', async () => {
    const { cases } = await moderation();
    expect(await cases.open(GUILD, report())).toBe(1);
    expect(await cases.open(GUILD, report())).toBe(2);
    expect(await cases.open(OTHER_GUILD, report())).toBe(1);
    expect(await cases.open(GUILD, report())).toBe(3);
  });

  it.each(FACTS)('keeps what there is to know: $kind', async (facts) => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, {
      interactionId: after(5 * MINUTE),
      actor: 'bot',
      target: USER,
      link: { channel: CHANNEL, message: after() },
      reason: 'x'.repeat(500),
      facts,
    });
    expect(await cases.find(GUILD, number)).toEqual({
      v: 1,
      number,
      facts,
      actor: 'bot',
      target: USER,
      at: NOON + 5 * MINUTE,
      link: { channel: CHANNEL, message: after() },
      reason: 'x'.repeat(500),
      note: null,
      end: null,
      text: null,
    });
  });

  it('may be about nobody, and say nothing more', async () => {
    const { cases, store } = await moderation();
    const { target: _, ...aboutNobody } = report({ reason: '' });
    const number = await cases.open(GUILD, aboutNobody);
    const nothing = { target: null, link: null, reason: null };
    expect(await cases.find(GUILD, number)).toMatchObject(nothing);
    expect(await store.keys('case-of:')).toEqual([]);
  });

  it('is not there under a number that was not given yet, or in another server', async () => {
    const { cases } = await moderation();
    await cases.open(GUILD, report());
    expect(await cases.find(GUILD, 2)).toBeUndefined();
    expect(await cases.find(OTHER_GUILD, 1)).toBeUndefined();
  });

  it('is never written half: what cannot be kept takes no number', async () => {
    const { cases, store, rings } = await moderation();
    await expect(cases.open(GUILD, report({ reason: 'x'.repeat(501) }))).rejects.toThrow(
      '<=500 characters',
    );
    expect(await store.keys('')).toEqual([]);
    expect(rings()).toBe(0);
    expect(await cases.open(GUILD, report())).toBe(1);
  });

  it('is never read as none where it is broken', async () => {
    const { cases, store } = await moderation();
    await cases.open(GUILD, report());
    const raw = { key: `case:${GUILD}:000000001`, schema: z.unknown() };
    await store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 9 } } }));
    await expect(cases.find(GUILD, 1)).rejects.toBeInstanceOf(BrokenDocumentError);
    await expect(cases.ofMember(GUILD, USER)).rejects.toBeInstanceOf(BrokenDocumentError);
  });

  it('is not opened beside a counter that is broken', async () => {
    const { cases, store } = await moderation();
    const raw = { key: `cases:${GUILD}`, schema: z.unknown() };
    await store.update({ raw }, () => ({ answer: 0, write: { raw: { v: 1, last: -1 } } }));
    await expect(cases.open(GUILD, report())).rejects.toBeInstanceOf(BrokenDocumentError);
    expect(await store.keys('case')).toEqual([`cases:${GUILD}`]);
    expect(await cases.open(OTHER_GUILD, report())).toBe(1);
  });

  it('is news, once it is written', async () => {
    const { cases, store, rings } = await moderation();
    await cases.open(GUILD, report());
    expect(rings()).toBe(1);
    expect(await store.keys('untold:')).toEqual([`untold:${GUILD}:000000001:begun`]);
  });
});

/** A report with what was typed. */
const typed = (text: string, keepDays = 30) => report({ excerpt: { text, keepDays } });

describe('what was typed', () => {
  it('is kept for as many days as the server wants, and then the case alone', async () => {
    const { cases, store, clock } = await moderation();
    const number = await cases.open(GUILD, typed('A fox', 30));
    clock.now = NOON + 30 * DAY;
    expect((await cases.find(GUILD, number))?.text).toBe('A fox');
    clock.now += 1;
    expect(await cases.find(GUILD, number)).toMatchObject({ target: USER, text: null });
    expect((await cases.ofMember(GUILD, USER)).cases).toMatchObject([{ number, text: null }]);
    expect(await store.sweep()).toBe(1);
    expect(await cases.find(GUILD, number)).toMatchObject({ target: USER });
  });

  it('is not kept a day longer for what is done about the case', async () => {
    const { cases, clock } = await moderation();
    const number = await cases.open(GUILD, typed('A fox', 1));
    clock.now = NOON + DAY - MINUTE;
    const by = OTHER_USER;
    await cases.close(GUILD, number, { interactionId: after(), by, outcome: 'dismissed' });
    await cases.annotate(GUILD, number, { interactionId: after(), by, note: 'ok', seen: null });
    clock.now = NOON + DAY + MINUTE;
    expect((await cases.find(GUILD, number))?.text).toBeNull();
  });

  it.each([
    ['nothing is to be kept', 'A fox', 0],
    ['nothing was typed', '', 30],
  ])('is not written where %s', async (_, text, keepDays) => {
    const { cases, store } = await moderation();
    await cases.open(GUILD, typed(text, keepDays));
    expect(await store.keys('case-text:')).toEqual([]);
  });

  it.each([
    ['x'.repeat(1_000), 'x'.repeat(1_000)],
    ['x'.repeat(1_001), `${'x'.repeat(999)}…`],
    [`${'x'.repeat(998)}🦊🦊`, `${'x'.repeat(998)}…`],
    [`\ud800${'x'.repeat(1_000)}`, `\ud800${'x'.repeat(998)}…`],
  ])('is its beginning, cut between characters (%#)', async (text, kept) => {
    const { cases } = await moderation();
    const number = await cases.open(GUILD, typed(text));
    expect((await cases.find(GUILD, number))?.text).toBe(kept);
  });
});

describe('the cases of a member', () => {
  it('come by the page, the newest first, and nobody else’s', async () => {
    const { cases } = await moderation();
    for (let index = 1; index <= 30; index += 1) {
      const target = index % 5 === 0 ? OTHER_USER : USER;
      await cases.open(GUILD, report({ target, reason: `${index}` }));
    }
    await cases.open(OTHER_GUILD, report());
    const first = await cases.ofMember(GUILD, USER);
    const second = await cases.ofMember(GUILD, USER, first.next);
    const third = await cases.ofMember(GUILD, USER, second.next);
    const numbers = [first, second, third].map((page) => page.cases.map(({ number }) => number));
    expect(numbers).toEqual([
      [29, 28, 27, 26, 24, 23, 22, 21, 19, 18],
      [17, 16, 14, 13, 12, 11, 9, 8, 7, 6],
      [4, 3, 2, 1],
    ]);
    expect([first.next, second.next, third.next]).toEqual([18, 6, null]);
    expect(first.cases[0]).toMatchObject({ number: 29, reason: '29', target: USER });
  });

  it('have no second page where one holds them all', async () => {
    const { cases } = await moderation();
    expect(await cases.ofMember(GUILD, USER)).toEqual({ cases: [], next: null });
    for (let index = 0; index < 10; index += 1) await cases.open(GUILD, report());
    const { cases: all, next } = await cases.ofMember(GUILD, USER);
    expect([all.length, next]).toEqual([10, null]);
    expect(await cases.ofMember(GUILD, USER, 1)).toEqual({ cases: [], next: null });
  });
});
