import { describe, expect, it } from 'vitest';
import type { Gauge } from '../../src/credits/limits.ts';
import { factsSchema } from '../../src/moderation/facts.ts';
import type { ChangeVerdict, SettingValue } from '../../src/settings/change.ts';
import type { Setting } from '../../src/settings/orders.ts';
import {
  channelRefused,
  LOG_CHANNEL_HELLO,
  saidText,
  settingFacts,
  settingsAnswer,
} from '../../src/words/settings.ts';
import { caseText } from '../../src/words/cases.ts';
import {
  AROUND,
  gaugeOf,
  MANY_IDS,
  overviewOf,
  SOME_CHANNEL,
  SOME_ROLE,
} from '../support/overview.ts';

const CHANNEL = { kind: 'share', of: 'channels', id: '1' } as const;
const ROLE = { kind: 'share', of: 'roles', id: '2' } as const;

const changed = (setting: Setting, before: SettingValue, after: SettingValue): ChangeVerdict => ({
  kind: 'changed',
  setting,
  before,
  after,
});

const said = (verdict: ChangeVerdict, gauges: readonly Gauge[] = []) =>
  settingsAnswer(verdict, overviewOf(gauges), AROUND);

describe('a change says what was, what is now, and what is used already', () => {
  it.each<[ChangeVerdict, readonly Gauge[], string]>([
    [
      changed({ kind: 'limit', of: 'server' }, undefined, 1_000),
      [],
      '**Own ceiling of the server**: 1000 credits a month (before: none). The bot’s owner gives 3000 credits a month; 24 credits are used this month.',
    ],
    [
      changed({ kind: 'limit', of: 'memberDay' }, 12, 24),
      [],
      '**Each member, a day**: 24 credits a day (before: 12 credits a day).',
    ],
    [
      changed(CHANNEL, undefined, 60),
      [gaugeOf(SOME_CHANNEL, 12)],
      '**Limit of <#1>**: 60 credits a month (before: no limit). Already 12 credits are used this month.',
    ],
    [
      changed(CHANNEL, 30, 60),
      [gaugeOf({ of: 'channel', id: '3' }, 54), gaugeOf(SOME_CHANNEL, 1)],
      '**Limit of <#1>**: 60 credits a month (before: 30 credits a month). Already 1 credit is used this month.',
    ],
    [
      changed(CHANNEL, 60, undefined),
      [],
      '**Limit of <#1>**: no limit (before: 60 credits a month).',
    ],
    [
      changed(ROLE, undefined, 60),
      [gaugeOf(SOME_ROLE, 0)],
      '**Limit of <@&2>**: 60 credits a month (before: no limit). What members with this role use is counted from this moment.',
    ],
    [
      changed(ROLE, undefined, 60),
      [gaugeOf(SOME_ROLE, 12)],
      '**Limit of <@&2>**: 60 credits a month (before: no limit). What members with this role use is counted from this moment, and 12 credits of an earlier limit this month.',
    ],
    [
      changed({ kind: 'names', of: 'channels' }, undefined, ['1', '9']),
      [],
      '**Channels for /imagine**: <#1>, <#9> (before: everywhere).',
    ],
    [
      changed({ kind: 'value', of: 'cooldownSeconds' }, undefined, 0),
      [],
      '**Cooldown**: none (before: 15 seconds, the usual).',
    ],
    [
      changed({ kind: 'value', of: 'review' }, 'flagged', undefined),
      [],
      '**Review before posting**: off, the usual (before: flagged prompts).',
    ],
    [
      changed({ kind: 'value', of: 'negativePrompt' }, undefined, 'gore @everyone **x**'),
      [],
      '**Never in a picture**: gore @\u200beveryone \\*\\*x\\*\\* (before: nothing).',
    ],
  ])('%o', (verdict, gauges, text) => {
    expect(said(verdict, gauges)).toBe(text);
  });

  it('the change alone where what is used cannot be read', () => {
    expect(settingsAnswer(changed(CHANNEL, undefined, 60), undefined, AROUND)).toBe(
      '**Limit of <#1>**: 60 credits a month (before: no limit).',
    );
  });

  it('also where nothing changed', () => {
    expect(said({ kind: 'as-before', setting: ROLE })).toBe(
      '**Limit of <@&2>** is as it was before.',
    );
  });
});

describe('a refusal says why, and that nothing was changed', () => {
  it.each<[ChangeVerdict, RegExp]>([
    [
      { kind: 'not-below-budget', budget: 3_000 },
      /gives this server 3000 credits a month, and only the bot’s owner can raise it/,
    ],
    [{ kind: 'everyone' }, /^Everybody has this role/],
    [{ kind: 'too-many', of: 'roles', what: 'limits' }, /^25 roles have a limit already/],
    [{ kind: 'too-many', of: 'channels', what: 'names' }, /^25 channels are named already/],
  ])('%o', (verdict, pattern) => {
    expect(said(verdict)).toMatch(pattern);
    expect(said(verdict)).toContain('Nothing was changed.');
  });

  it.each([
    ['may-not-see', /cannot see <#1>\. Give it View Channel and Send Messages/],
    ['may-not-write', /may not write in <#1>\. Give it Send Messages there/],
    ['gone', /<#1> is not there/],
    ['not-accepted', /needs View Channel and Send Messages/],
    ['lost', /Discord did not say .*try again in a minute/],
  ] as const)('of a channel: %s', (why, pattern) => {
    expect(channelRefused('1', why, false)).toMatch(pattern);
    for (const withPictures of [false, true]) {
      const text = channelRefused('1', why, withPictures);
      expect(text).toContain('Nothing was changed.');
      const isAboutRights = why !== 'gone' && why !== 'lost';
      expect(text.includes('Attach Files')).toBe(withPictures && isAboutRights);
    }
  });
});

const told = (setting: Setting, before: SettingValue, after: SettingValue) => {
  const facts = factsSchema.parse(settingFacts(AROUND)({ setting, before, after }));
  const rest = { target: null, at: 0, link: null, reason: null, note: null, end: null };
  const entry = { v: 1 as const, facts, actor: '100000000000000009', ...rest };
  return caseText({ guildId: '1', number: 7, entry }, 'begun');
};

const mentions = (ids: readonly string[]) => ids.map((id) => `<@&${id}>`).join(', ');

describe('a case', () => {
  it('shows what is never in a picture as it was typed', () => {
    const setting = { kind: 'value', of: 'negativePrompt' } as const;
    expect(told(setting, undefined, '*gore*')).toContain(
      String.raw`changed Never in a picture from “nothing” to “\*gore\*”`,
    );
    expect(told(setting, '😀'.repeat(2_000), undefined).length).toBeLessThan(400);
  });

  it('tells every channel and role of a change, and fits into a message', () => {
    const text = told({ kind: 'names', of: 'roles' }, MANY_IDS, MANY_IDS.slice(1));
    expect(text).toContain(`from ${mentions(MANY_IDS)} to ${mentions(MANY_IDS.slice(1))} · `);
    expect(text.length).toBeLessThan(2_000);
  });

  it('names the channel whose limit was changed', () => {
    const [id = ''] = MANY_IDS;
    expect(told({ kind: 'share', of: 'channels', id }, undefined, 60)).toContain(
      `changed Limit of <#${id}> from “no limit” to “60 credits a month”`,
    );
  });

  it('cuts a text that is long', () => {
    const text = told({ kind: 'value', of: 'negativePrompt' }, '*'.repeat(9_000), undefined);
    expect(text).toMatch(/changed Never in a picture from “\\.*…” to “nothing”/);
    expect(text.length).toBeLessThan(1_000);
  });
});

it('the first message of a log channel says what it is for', () => {
  expect(LOG_CHANNEL_HELLO).toMatch(/^This server’s log is kept here from now on/);
});

it('tells as many changes as one message takes, and how many more there are', () => {
  expect(saidText([])).toBe('');
  expect(saidText(['One.', 'Two.'])).toBe('One.\nTwo.');
  const lines = Array.from({ length: 25 }, () => 'x'.repeat(90));
  const shown = saidText(lines);
  expect(shown.length).toBeLessThan(2_000);
  expect(shown.split('\n')).toHaveLength(20);
  expect(shown).toMatch(/\nAnd 6 more: `\/moderation cases` lists every change\.$/);
});
