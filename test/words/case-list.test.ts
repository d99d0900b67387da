import { expect, it } from 'vitest';
import type { NumberedCase } from '../../src/moderation/cases.ts';
import { caseLine, noCasesText } from '../../src/words/case-list.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const review: NumberedCase = {
  v: 1,
  number: 3,
  text: null,
  facts: { kind: 'review', rule: null, pictures: 1 },
  actor: 'bot',
  target: USER,
  at: 0,
  link: { channel: CHANNEL, message: CHANNEL },
  reason: null,
  note: null,
  end: null,
};

const line = (end: NumberedCase['end']) =>
  caseLine({ guildId: GUILD, ...review, end }, end === null);

it('says in a list of cases how each ended, in the words of the buttons', () => {
  expect(line(null)).toMatch(/ waits for a moderator .* · \*\*open\*\*$/);
  const end = { by: OTHER_USER, at: 0 };
  expect(line({ ...end, outcome: 'shown' })).toMatch(/ waited for a moderator .* · approved$/);
  expect(line({ ...end, outcome: 'lapsed' })).toMatch(/ waited for a moderator .* · let go$/);
});

it('tells a list without cases from the end of one', () => {
  expect(noCasesText(undefined, true)).toBe('This server has no cases.');
  expect(noCasesText(undefined, false)).toBe('There are no older cases.');
  expect(noCasesText(USER, true)).toBe(`This server has no cases about <@${USER}>.`);
  expect(noCasesText(USER, false)).toBe(`There are no older cases about <@${USER}>.`);
});

it('marks no report as open that nobody can decide about any more', () => {
  const report = { guildId: GUILD, ...review, facts: { kind: 'report' as const } };
  expect(caseLine(report, true)).toMatch(/ · \*\*open\*\*$/);
  expect(caseLine(report, false)).not.toMatch(/open/);
});
