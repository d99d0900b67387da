import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/moderation/case-documents.ts';
import { OUTCOMES } from '../../src/moderation/facts.ts';
import { RULES_SETTING, settingText } from '../../src/moderation/rules/setting-text.ts';
import { annotatedBeforeText, caseText, closedBeforeText } from '../../src/words/cases.ts';
import { rule as ruleOf } from '../support/rules.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const AT = 1_795_000_000_000;
const TIME = '<t:1795000000:f>';
const A = `<@${OTHER_USER}>`;
const T = `<@${USER}>`;

const entry = (fields: Partial<Case> = {}): Case => ({
  v: 1,
  facts: { kind: 'report' },
  actor: OTHER_USER,
  target: USER,
  at: AT,
  link: null,
  reason: null,
  note: null,
  end: null,
  ...fields,
});

const told = (fields: Partial<Case> = {}, news: 'begun' | 'delayed' | 'ended' = 'begun') =>
  caseText({ guildId: GUILD, number: 12, entry: entry(fields) }, news);

const rule = { text: 'gore*', origin: 'server' } as const;
const before = { by: USER, until: AT };

const LINES: readonly (readonly [Partial<Case>, string])[] = [
  [
    { actor: 'bot', facts: { kind: 'refusal', rule, where: 'prompt' } },
    String.raw`A prompt of ${T} was refused for the server’s rule “gore\*”`,
  ],
  [
    {
      actor: 'bot',
      facts: { kind: 'refusal', rule: { text: 'x', origin: 'operator' }, where: 'negative_prompt' },
    },
    `A negative prompt of ${T} was refused for the operator’s rule “x”`,
  ],
  [
    { actor: 'bot', facts: { kind: 'flag', rule, where: 'prompt' } },
    String.raw`A prompt of ${T} was let through and is flagged for the server’s rule “gore\*”`,
  ],
  [
    { actor: 'bot', facts: { kind: 'provider' } },
    `The image service’s content filter refused what ${T} asked for`,
  ],
  [
    { actor: 'bot', facts: { kind: 'review', rule: null, pictures: 1 } },
    `1 picture of ${T} waits for a moderator`,
  ],
  [
    {
      actor: 'bot',
      facts: { kind: 'review', rule: null, pictures: 1 },
      end: { outcome: 'shown', by: USER, at: 0 },
    },
    `1 picture of ${T} waited for a moderator`,
  ],
  [
    { actor: 'bot', facts: { kind: 'review', rule, pictures: 2 } },
    String.raw`2 pictures of ${T} wait for a moderator, for the server’s rule “gore\*”`,
  ],
  [{}, `${A} reported a picture of ${T}`],
  [{ target: null }, `${A} reported a picture of somebody unknown`],
  [{ facts: { kind: 'block', until: null, before: null } }, `${A} blocked ${T} for ever`],
  [
    { facts: { kind: 'block', until: AT, before: { by: 'forgotten', until: null } } },
    `${A} blocked ${T} until ${TIME} (before: by a forgotten member for ever)`,
  ],
  [{ facts: { kind: 'unblock', before } }, `${A} unblocked ${T} (blocked by ${T} until ${TIME})`],
  [{ facts: { kind: 'unblock', before: null } }, `${A} unblocked ${T} (the block was damaged)`],
  [{ facts: { kind: 'delete', pictures: 2 } }, `${A} deleted 2 pictures of ${T}`],
  [{ actor: USER, facts: { kind: 'delete', pictures: 1 } }, `${T} deleted 1 picture of their own`],
  [
    { actor: 'forgotten', target: 'forgotten', facts: { kind: 'delete', pictures: 1 } },
    'A forgotten member deleted 1 picture of a forgotten member',
  ],
  [
    { actor: 'bot', facts: { kind: 'hide', pictures: 1, reports: 3 } },
    `The bot hid 1 picture of ${T} after 3 reports`,
  ],
  [{ facts: { kind: 'hide', pictures: 1, reports: null } }, `${A} hid 1 picture of ${T}`],
  [
    {
      target: null,
      facts: { kind: 'setting', name: 'the log channel', before: null, after: `<#${CHANNEL}>` },
    },
    `${A} changed the log channel from nothing to <#${CHANNEL}>`,
  ],
  [
    { target: null, facts: { kind: 'setting', name: RULES_SETTING, before: null, after: 'gore' } },
    `${A} changed the prompt rules: added “gore”`,
  ],
  [
    { target: null, facts: { kind: 'setting', name: RULES_SETTING, before: 'gore', after: null } },
    `${A} changed the prompt rules: removed “gore”`,
  ],
  [
    {
      target: null,
      facts: { kind: 'setting', name: RULES_SETTING, before: 'gore', after: 'flag: gore' },
    },
    String.raw`${A} changed the prompt rules: added “flag\: gore”, removed “gore”`,
  ],
  [
    {
      target: null,
      facts: {
        kind: 'setting',
        name: RULES_SETTING,
        before: settingText(['gore', 'nude', 'flag: blood'].map(ruleOf)),
        after: settingText(['*gore*', 'dead body'].map(ruleOf)),
      },
    },
    String.raw`${A} changed the prompt rules: added 2 rules: “\*gore\*, dead body”, removed 3 rules: “gore, nude, flag\: blood”`,
  ],
  [
    { target: null, facts: { kind: 'setting', name: 'a rule', before: '@everyone', after: '2' } },
    `${A} changed a rule from “@\u200beveryone” to “2”`,
  ],
];

describe('a case in a log', () => {
  it.each(LINES)('says what happened: %j', (fields, line) => {
    expect(told(fields)).toBe(`**Case 12** · ${line} · ${TIME}`);
  });

  it('leads to its message, and says why, disarmed', () => {
    const link = { channel: CHANNEL, message: '600000000000000001' };
    expect(told({ link, reason: 'See https://example.com\n@everyone' }).split('\n')).toEqual([
      `**Case 12** · ${A} reported a picture of ${T} · [message](https://discord.com/channels/${GUILD}/${CHANNEL}/600000000000000001) · ${TIME}`,
      String.raw`> See https\:\/\/example.com @` + '\u200beveryone',
    ]);
  });

  it.each([
    ['shown', `${A} approved what ${T} asked for`],
    ['rejected', `${A} rejected what ${T} asked for`],
    ['lapsed', `${A} let what ${T} asked for go: nobody decided in time`],
    ['dismissed', `${A} dismissed the report about ${T}`],
    ['hidden', `${A} hid what was reported of ${T}`],
    ['deleted', `${A} deleted what was reported of ${T}`],
    ['blocked', `${A} blocked ${T} for what was reported`],
  ] as const)('says how it ended: %s', (outcome, line) => {
    const end = { outcome, by: OTHER_USER, at: AT };
    expect(told({ end, reason: 'not again' }, 'ended')).toBe(`**Case 12** · ${line} · ${TIME}`);
    expect([...OUTCOMES.review, ...OUTCOMES.report]).toContain(outcome);
  });

  it('says what keeps approved pictures from being shown', () => {
    const link = { channel: CHANNEL, message: USER };
    const review = { kind: 'review', rule: null, pictures: 1 } as const;
    const text = told({ actor: 'bot', facts: review, link }, 'delayed');
    expect(text).toContain(`**Case 12** · What ${T} asked for is approved and not shown yet`);
    expect(text).toContain(
      `The bot cannot fetch the pictures, because it lacks View Channel or Read Message History in <#${CHANNEL}>.`,
    );
    expect(text).toContain('Nothing is charged before they are shown.');
  });

  it('says where a message was that was deleted, and leads nowhere', () => {
    const link = { channel: CHANNEL, message: '600000000000000001' };
    expect(told({ link, facts: { kind: 'delete', pictures: 1 } })).toBe(
      `**Case 12** · ${A} deleted 1 picture of ${T} · in <#${CHANNEL}> · ${TIME}`,
    );
  });

  it('says why it ended so, disarmed, and leads to its message while there is one', () => {
    const link = { channel: CHANNEL, message: '600000000000000001' };
    const why = { outcome: 'rejected', by: OTHER_USER, at: AT, reason: 'No\n*boats*' } as const;
    expect(told({ link, end: why }, 'ended').split('\n')).toEqual([
      `**Case 12** · ${A} rejected what ${T} asked for · [message](https://discord.com/channels/${GUILD}/${CHANNEL}/600000000000000001) · ${TIME}`,
      String.raw`> No \*boats\*`,
    ]);
    for (const outcome of ['deleted', 'lost'] as const) {
      expect(told({ link, end: { outcome, by: OTHER_USER, at: AT } }, 'ended')).not.toContain('](');
    }
  });

  it('fits into one message with everything at its longest', () => {
    const long = '*'.repeat(200);
    const link = { channel: '9'.repeat(20), message: '9'.repeat(20) };
    const reason = '@'.repeat(500);
    const all = { link, reason, actor: '9'.repeat(20), target: '9'.repeat(20) };
    const setting = { kind: 'setting', name: long.slice(100), before: long, after: long } as const;
    const refusal = { kind: 'refusal', rule: { ...rule, text: long }, where: 'prompt' } as const;
    for (const facts of [setting, refusal]) {
      expect(told({ ...all, facts }).length).toBeLessThanOrEqual(2_000);
    }
  });
});

describe('what a moderator is told who was not the first', () => {
  const end = { kind: 'closed-before', outcome: 'hidden', by: OTHER_USER, at: AT } as const;
  const note = { text: 'ours', by: OTHER_USER, at: AT };

  it('names who was, and what they did', () => {
    expect(closedBeforeText(end, USER, OTHER_USER)).toBe(
      `You decided before: ${A} hid what was reported of ${T} <t:1795000000:R>. Nothing was changed.`,
    );
    expect(closedBeforeText(end, USER, USER)).toBe(
      `Somebody was faster: ${A} hid what was reported of ${T} <t:1795000000:R>. Nothing was changed.`,
    );
    expect(annotatedBeforeText({ kind: 'annotated-before', note })).toBe(
      `Somebody was faster: ${A} wrote a note <t:1795000000:R>: “ours”. Yours was not kept.`,
    );
    expect(annotatedBeforeText({ kind: 'annotated-before', note: null })).toBe(
      'Somebody was faster: the note was taken away meanwhile. Yours was not kept.',
    );
  });
});
