import { describe, expect, it } from 'vitest';
import type { Gauge } from '../../src/credits/limits.ts';
import { type ChangeVerdict, changeSettings } from '../../src/settings/change.ts';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { LOG_CHANNEL_HELLO, logChannelRefused, settingsAnswer } from '../../src/words/settings.ts';
import { gaugeOf, MANY_IDS, overviewOf, SOME_CHANNEL, SOME_ROLE } from '../support/overview.ts';

const step = (name: Gauge['name'], before: number | undefined, after: number | undefined) =>
  ({ kind: 'limits', steps: [{ name, before, after }] }) as const satisfies ChangeVerdict;

describe('a change says what was, what is now, and what is used already', () => {
  it.each<[ChangeVerdict, readonly Gauge[], string]>([
    [
      step({ of: 'server' }, undefined, 1_000),
      [],
      'This server’s own ceiling: 1000 credits a month (before: none). The bot’s owner gives 3000 credits a month; 24 credits are used this month.',
    ],
    [
      step({ of: 'server' }, 1_000, undefined),
      [],
      'This server’s own ceiling: none (before: 1000 credits a month). The bot’s owner gives 3000 credits a month; 24 credits are used this month.',
    ],
    [
      step({ of: 'member-day' }, 12, 24),
      [],
      'Each member: 24 credits a day (before: 12 credits a day).',
    ],
    [
      step(SOME_CHANNEL, undefined, 60),
      [gaugeOf(SOME_CHANNEL, 12)],
      'Everybody in <#1> together: 60 credits a month (before: no limit). Already 12 credits are used this month.',
    ],
    [
      step(SOME_CHANNEL, 60, undefined),
      [],
      'Everybody in <#1> together: no limit (before: 60 credits a month).',
    ],
    [
      step(SOME_ROLE, undefined, 60),
      [gaugeOf(SOME_ROLE, 0)],
      'Everybody with <@&2> together: 60 credits a month (before: no limit). What members with this role use is counted from this moment.',
    ],
    [
      step(SOME_ROLE, undefined, 60),
      [gaugeOf(SOME_ROLE, 12)],
      'Everybody with <@&2> together: 60 credits a month (before: no limit). What members with this role use is counted from this moment, and 12 credits of an earlier limit this month.',
    ],
    [
      step(SOME_ROLE, 60, 60),
      [gaugeOf(SOME_ROLE, 1)],
      'Everybody with <@&2> together: 60 credits a month (as before). Already 1 credit is used this month.',
    ],
  ])('%o', (verdict, gauges, text) => {
    const answer = settingsAnswer({ verdict, now: overviewOf(gauges) });
    expect(answer).toBe(`${text}\nIt is in force now.`);
  });

  it('of the channel that is meant, whatever is used in others', () => {
    const other = { of: 'channel', id: '3' } as const;
    const now = overviewOf([gaugeOf(other, 54), gaugeOf(SOME_CHANNEL, 12)]);
    const verdict = step(SOME_CHANNEL, 30, 60);
    expect(settingsAnswer({ verdict, now })).toContain('Already 12 credits are used');
  });

  it('the change alone where what is used cannot be read', () => {
    expect(settingsAnswer({ verdict: step(SOME_CHANNEL, undefined, 60) })).toBe(
      'Everybody in <#1> together: 60 credits a month (before: no limit).\nIt is in force now.',
    );
  });

  it('two limits on two lines', () => {
    const { answer } = changeSettings(
      NEW_SETTINGS,
      { name: 'member', day: 24, month: 300 },
      { guildId: '1', budget: 3_000 },
    );
    expect(settingsAnswer({ verdict: answer, now: overviewOf() }).split('\n')).toEqual([
      'Each member: 24 credits a day (before: no limit).',
      'Each member: 300 credits a month (before: no limit).',
      'It is in force now.',
    ]);
  });
});

describe('a refusal says why, and that nothing was changed', () => {
  it.each<[ChangeVerdict, RegExp]>([
    [{ kind: 'nothing-given' }, /^Name a limit for a day, for a month, or both/],
    [
      { kind: 'not-below-budget', budget: 3_000 },
      /gives this server 3000 credits a month, and only the bot’s owner can raise it/,
    ],
    [{ kind: 'everyone' }, /^Everybody has this role: use `\/settings server`/],
    [{ kind: 'too-many', of: 'roles' }, /^25 roles have a limit already/],
    [{ kind: 'cleared', of: 'channels', steps: [] }, /^No channel had a limit\./],
  ])('%o', (verdict, pattern) => {
    const text = settingsAnswer({ verdict });
    expect(text).toMatch(pattern);
    expect(text).toContain('Nothing was changed.');
  });

  it.each([
    ['may-not-see', /cannot see <#1>\. Give it View Channel and Send Messages/],
    ['may-not-write', /may not write in <#1>\. Give it Send Messages/],
    ['gone', /<#1> is not there/],
    ['not-accepted', /needs View Channel and Send Messages/],
    ['lost', /Discord did not say .*try again in a minute/],
  ] as const)('of a log channel: %s', (why, pattern) => {
    expect(logChannelRefused('1', why)).toMatch(pattern);
    expect(logChannelRefused('1', why)).toContain('Nothing was changed.');
  });
});

it('every limit that was taken away fits into a message', () => {
  const steps = MANY_IDS.map((id) => ({
    name: { of: 'role', id } as const,
    before: 1_000_000_000,
    after: undefined,
  }));
  const text = settingsAnswer({ verdict: { kind: 'cleared', of: 'roles', steps } });
  expect(text).toContain(`<@&${MANY_IDS[24]}> (1000000000).`);
  expect(text.length).toBeLessThan(2_000);
});

it('the first message of a log channel says what it is for', () => {
  expect(LOG_CHANNEL_HELLO).toMatch(/^Credits of this server will be reported here/);
});
