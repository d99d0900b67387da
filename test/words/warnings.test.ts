import { expect, it } from 'vitest';
import { warningText } from '../../src/words/warnings.ts';

const RENEWAL = Date.UTC(2026, 11, 1) / 1000;
const WHEN = `They start afresh <t:${RENEWAL}:R> (<t:${RENEWAL}:D>).`;

const facts = {
  used: 2_460,
  budget: 3_000,
  month: '2026-11',
  level: 80,
  isOwnCeiling: false,
} as const;

it('says how much is used, when there is more, and who can do what', () => {
  expect(warningText(facts)).toBe(
    [
      '**82 % of this server’s credits are used.**',
      `2460 of 3000 credits for November 2026 are gone. ${WHEN}`,
      'To share out the rest, managers can limit members, channels and roles with `/settings`. Only the bot’s owner can give more, with `/budget`.',
    ].join('\n'),
  );
});

it('says when the next picture does not fit', () => {
  expect(warningText({ ...facts, used: 2_996, level: 100 })).toBe(
    [
      '**This server’s credits are used up:** the next picture does not fit.',
      `2996 of 3000 credits for November 2026 are gone. ${WHEN}`,
      'Only the bot’s owner can give more, with `/budget`.',
    ].join('\n'),
  );
});

it('tells managers that a ceiling of their own can be raised by them', () => {
  expect(warningText({ ...facts, isOwnCeiling: true })).toMatch(
    /The ceiling is the server’s own: managers can raise it with `\/settings`\.$/,
  );
});

it('never rounds up to what is not reached, and knows the turn of the year', () => {
  expect(warningText({ ...facts, used: 2_699 })).toContain('**89 % of');
  const december = warningText({ ...facts, month: '2026-12' });
  expect(december).toContain('for December 2026 are gone');
  expect(december).toContain(`<t:${Date.UTC(2027, 0, 1) / 1000}:R>`);
});
