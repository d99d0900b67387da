import { describe, expect, it } from 'vitest';
import { permit } from '../src/permit.ts';
import { NEW_SETTINGS } from '../src/settings/documents.ts';
import { StoreError } from '../src/storage/store.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { rule } from './support/rules.ts';
import { CHANNEL, GUILD, USER } from './support/snowflakes.ts';

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
