import { describe, expect, it } from 'vitest';
import { permit } from '../src/permit.ts';
import { NEW_SETTINGS } from '../src/settings/documents.ts';
import { StoreError } from '../src/storage/store.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { rule } from './support/rules.ts';
import { snowflakeTime } from '../src/snowflake.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, USER } from './support/snowflakes.ts';

const failing = () => Promise.reject(new StoreError('The database failed.'));

async function scene(...typed: string[]) {
  const made = await setStudio();
  const by = { interactionId: originAt().interactionId, userId: USER };
  if (typed.length > 0) await made.rules.add(GUILD, typed.map(rule), by);
  return {
    ...made,
    ask: (prompt: string, fields = {}, studio = made.studio) =>
      permit({ prompt }, originAt(1, fields), studio),
  };
}

describe('a request that meets a rule', () => {
  it('is refused, with a case that keeps what was typed', async () => {
    const { ask, cases } = await scene('gore');
    expect(await ask('a GORE scene')).toEqual({
      refusal: {
        kind: 'against-rule',
        hit: { rule: { text: 'gore', origin: 'server' }, where: 'prompt' },
        case: 2,
      },
    });
    expect(await cases.find(GUILD, 2)).toMatchObject({
      actor: 'bot',
      target: USER,
      text: 'a GORE scene',
      facts: { kind: 'refusal', where: 'prompt' },
    });
  });

  it('keeps the part around it of a long text', async () => {
    const { ask, cases } = await scene('gore');
    await ask(`${'x '.repeat(900)}gore${' y'.repeat(900)}`);
    expect((await cases.find(GUILD, 2))?.text).toMatch(/^…(x )+gore( y)+…$/);
  });

  it('keeps nothing that was typed where the server keeps no prompts', async () => {
    const { ask, cases, settings } = await scene('gore');
    const none = { ...NEW_SETTINGS, retentionDays: 0 };
    await settings.change(GUILD, () => ({ answer: 0, settings: none }));
    await ask('a GORE scene');
    expect(await cases.find(GUILD, 2)).toMatchObject({ text: null });
  });

  it('is refused all the same where no case can be opened', async () => {
    const made = await scene('gore');
    const studio = { ...made.studio, cases: { ...made.cases, open: failing } };
    expect(await permit({ prompt: 'gore' }, originAt(1), studio)).toMatchObject({
      refusal: { kind: 'against-rule', case: null },
    });
    expect(made.lines.join('\n')).toContain('a refusal has no case');
  });

  it('is let through where it only flags, and seen by moderators first where they want to', async () => {
    const { ask, settings } = await scene('flag: gore');
    expect(await ask('gore')).not.toHaveProperty('review');
    const flagged = { ...NEW_SETTINGS, review: 'flagged', reviewChannel: CHANNEL } as const;
    await settings.change(GUILD, () => ({ answer: 0, settings: flagged }));
    expect(await ask('gore')).toMatchObject({
      request: { prompt: 'gore' },
      review: { channelId: CHANNEL, rule: { text: 'gore', origin: 'server' } },
    });
    expect(await ask('a cat')).not.toHaveProperty('review');
  });
});

describe('a member who is refused five times', () => {
  const readyAt = snowflakeTime(originAt(1).interactionId) + 60_000;
  const waits = { refusal: { kind: 'refused-often', readyAt } };

  it('waits, whatever they ask for, with no case and no rule looked at', async () => {
    const { ask, cases, studio } = await scene('gore');
    for (let number = 2; number <= 6; number += 1) {
      expect(await ask('gore')).toMatchObject({ refusal: { kind: 'against-rule', case: number } });
    }
    const unasked = { ...studio, rules: { ...studio.rules, check: failing } };
    for (const prompt of ['gore', 'a cat']) {
      expect(await permit({ prompt }, originAt(1), unasked)).toEqual(waits);
    }
    expect(await cases.find(GUILD, 7)).toBeUndefined();
    const later = originAt(1, { interactionId: idAt(readyAt) });
    expect(await permit({ prompt: 'a cat' }, later, studio)).toHaveProperty('request');
    expect(await ask('a cat', { userId: OTHER_USER })).toHaveProperty('request');
  });

  it('is not refused by a rule once more, and is no case more, where all come at once', async () => {
    const { ask, cases } = await scene('gore');
    const answers = await Promise.all(Array.from({ length: 9 }, () => ask('gore')));
    const kinds = answers.map((each) => ('refusal' in each ? each.refusal.kind : 'permitted'));
    expect(kinds.filter((kind) => kind === 'against-rule')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'refused-often')).toHaveLength(4);
    expect(await cases.find(GUILD, 7)).toBeUndefined();
  });

  it('hears of a block first', async () => {
    const { ask, blocks } = await scene('gore');
    for (let number = 1; number <= 5; number += 1) await ask('gore');
    const { interactionId } = originAt();
    const word = { userId: USER, by: OTHER_USER, reason: null, interactionId, lastsMs: null };
    await blocks.block(GUILD, word);
    expect(await ask('gore')).toMatchObject({ refusal: { kind: 'blocked' } });
  });

  it('does not wait for requests that were only flagged', async () => {
    const { ask } = await scene('flag: gore');
    for (let number = 1; number <= 9; number += 1) {
      expect(await ask('gore')).toHaveProperty('request');
    }
  });
});

it.each([
  [false, undefined, true],
  [null, undefined, true],
  [null, false, true],
  [null, true, false],
  [true, undefined, false],
])(
  'strict rules where an interaction says %s of age restriction, and Discord %s: refused %s',
  async (flag, asked, isRefused) => {
    const { ask, studio } = await scene('strict: nude');
    const made = { ...studio, isAgeRestrictedChannel: () => Promise.resolve(asked ?? null) };
    const answer = await ask('nude', { isAgeRestricted: flag }, made);
    expect('refusal' in answer).toBe(isRefused);
  },
);

it('asks Discord of a channel where something depends on it alone', async () => {
  const { ask, studio, settings } = await scene('strict: nude');
  const asked: string[] = [];
  const isAgeRestrictedChannel = (id: string) => {
    asked.push(id);
    return Promise.resolve(true);
  };
  const thread = (prompt: string) =>
    ask(prompt, { isAgeRestricted: null }, { ...studio, isAgeRestrictedChannel });
  await thread('a cat');
  expect(asked).toEqual([]);
  expect(await thread('nude')).toMatchObject({ request: { prompt: 'nude' } });
  expect(asked).toEqual([CHANNEL]);
  const policy = { ...NEW_SETTINGS, agePolicy: 'unrestricted-only' } as const;
  await settings.change(GUILD, () => ({ answer: 0, settings: policy }));
  expect(await thread('a cat')).toMatchObject({ refusal: { kind: 'wrong-age' } });
  expect(asked).toEqual([CHANNEL, CHANNEL]);
});

it('nothing is let through while the rules cannot be read', async () => {
  const made = await scene();
  const studio = { ...made.studio, rules: { ...made.rules, check: failing } };
  expect(await permit({ prompt: 'a cat' }, originAt(), studio)).toEqual({
    refusal: { kind: 'settings-unavailable' },
  });
});
