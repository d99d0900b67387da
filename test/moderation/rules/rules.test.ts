import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_RULES, rulesDocument } from '../../../src/moderation/rules/documents.ts';
import { createRules } from '../../../src/moderation/rules/rules.ts';
import { BrokenDocumentError, type Store, StoreError } from '../../../src/storage/store.ts';
import { after, moderation } from '../../support/moderation.ts';
import { rule } from '../../support/rules.ts';
import { GUILD, USER } from '../../support/snowflakes.ts';

const OTHER_GUILD = '200000000000000002';
const by = { interactionId: after(), userId: USER };
const STRICT = { isStrict: true };

async function scene({ operator = [] as string[], stand = (real: Store) => real } = {}) {
  const made = await moderation(stand);
  const rules = createRules(made.store, made.cases, operator.map(rule));
  return {
    ...made,
    rules,
    add: (...typed: string[]) => rules.add(GUILD, typed.map(rule), by),
    kindOf: async (prompt: string) => (await rules.check(GUILD, { prompt }, STRICT)).kind,
  };
}

describe('a server’s rules', () => {
  it('are each there once, though an older version wrote some that mean the same now', async () => {
    const { store, rules } = await scene();
    const row = rulesDocument(GUILD);
    const stored = { v: 1 as const, rules: ['flag: a$$hole', 'blood', 'asshole'] };
    await store.update({ row }, () => ({ answer: 0, write: { row: stored } }));
    const { rules: listed, total } = await rules.list(GUILD, 0);
    expect(listed.map(({ text }) => text)).toEqual(['asshole', 'blood']);
    expect(total).toBe(2);
  });

  it('hold beside some that an older version took, and of which nothing is left', async () => {
    const { store, rules, kindOf, add } = await scene();
    const row = rulesDocument(GUILD);
    const stored = { v: 1 as const, rules: ['بـ', '*حبـ', 'ــ', 'gore'] };
    await store.update({ row }, () => ({ answer: 0, write: { row: stored } }));
    expect(await kindOf('gore')).toBe('block');
    expect(await kindOf('ب')).toBe('clear');
    expect((await rules.list(GUILD, 0)).total).toBe(1);
    await add('blood');
    expect((await store.read(row))?.rules).toEqual(['gore', 'blood']);
  });

  it('hold at once, in that server alone, until they are removed', async () => {
    const { rules, add, kindOf } = await scene();
    expect(await kindOf('gore')).toBe('clear');
    expect(await add('gore', 'dead body')).toMatchObject({ kind: 'changed', total: 2, case: 1 });
    expect(await kindOf('gore')).toBe('block');
    expect((await rules.check(OTHER_GUILD, { prompt: 'gore' }, STRICT)).kind).toBe('clear');
    const { rules: listed } = await rules.list(GUILD, 0);
    const keys = listed.filter(({ text }) => text === 'gore').map(({ key }) => key);
    expect(await rules.remove(GUILD, keys, by)).toMatchObject({
      kind: 'changed',
      total: 1,
      case: 2,
    });
    expect(await kindOf('gore')).toBe('clear');
    expect(await kindOf('dead body')).toBe('block');
    const { all } = await rules.list(GUILD, 0);
    expect(await rules.clear(GUILD, all, by)).toMatchObject({ kind: 'changed', total: 0, case: 3 });
    expect(await kindOf('dead body')).toBe('clear');
  });

  it('change together with a case that tells what was there and what is', async () => {
    const { cases, add, rules } = await scene();
    await add('gore');
    await add('flag: GORE', 'blood');
    await rules.clear(GUILD, (await rules.list(GUILD, 0)).all, by);
    const facts = await Promise.all(
      [1, 2, 3].map(async (n) => (await cases.find(GUILD, n))?.facts),
    );
    expect(facts).toEqual([
      { kind: 'setting', name: 'prompt rules', before: null, after: 'gore' },
      {
        kind: 'setting',
        name: 'prompt rules',
        before: 'gore',
        after: '2 rules: flag: GORE, blood',
      },
      { kind: 'setting', name: 'prompt rules', before: '2 rules: flag: GORE, blood', after: null },
    ]);
    expect(await cases.find(GUILD, 1)).toMatchObject({ actor: USER, target: null });
  });

  it('are not changed, and open no case, where nothing would be different', async () => {
    const { add, rules, cases } = await scene();
    await add('gore');
    expect(await add('gore')).toEqual({ kind: 'same' });
    expect(await rules.remove(GUILD, ['nothing'], by)).toEqual({ kind: 'same' });
    expect(await cases.find(GUILD, 2)).toBeUndefined();
  });

  it.each([
    ['one more', ['gore', 'blood', 'nude']],
    ['one exchanged', ['gore', 'nude']],
    ['one with another mark', ['gore', 'flag: blood']],
    ['one only', ['gore']],
    ['none', []],
  ])('are not cleared where there is %s than was meant', async (_, typed) => {
    const { add, rules, cases } = await scene();
    await add('gore', 'blood');
    const { all, rules: first } = await rules.list(GUILD, 0);
    const keys = first.map(({ key }) => key);
    await rules.remove(GUILD, keys, by);
    await add(...typed);
    const { total } = await rules.list(GUILD, 0);
    expect(await rules.clear(GUILD, all, by)).toEqual({ kind: 'others' });
    expect((await rules.list(GUILD, 0)).total).toBe(total);
    expect(await cases.find(GUILD, 4)).toBeUndefined();
  });

  it('are the same in whatever order they came, and are named in a few characters', async () => {
    const { add, rules } = await scene();
    await add('gore', 'blood');
    const { all, rules: first } = await rules.list(GUILD, 0);
    const keys = first.map(({ key }) => key);
    await rules.remove(GUILD, keys, by);
    await add('blood', 'gore');
    expect(all).toMatch(/^[\w-]{16}$/);
    expect(await rules.clear(GUILD, all, by)).toMatchObject({ kind: 'changed', total: 0 });
  });

  it('are ten thousand at most', async () => {
    const { rules, kindOf, cases } = await scene();
    const many = Array.from({ length: MAX_RULES }, (_, index) => rule(`word${index} of many`));
    expect(await rules.add(GUILD, many, by)).toMatchObject({ total: MAX_RULES });
    expect(await rules.add(GUILD, [rule('gore')], by)).toEqual({
      kind: 'full',
      would: MAX_RULES + 1,
    });
    expect(await kindOf('gore')).toBe('clear');
    expect(await kindOf('word9999 of many')).toBe('block');
    expect((await cases.find(GUILD, 1))?.facts).toMatchObject({
      after: expect.stringMatching(/^10000 rules: word0 of many, .*…$/),
    });
  });

  it('are listed by the alphabet, in pages, the last one where there are not so many', async () => {
    const { add, rules } = await scene();
    expect(await rules.list(GUILD, 3)).toEqual({
      rules: [],
      page: 0,
      pages: 1,
      total: 0,
      all: expect.any(String),
    });
    await add(
      ...Array.from(
        { length: 45 },
        (_, index) => `word${String(index).padStart(2, '0')}`,
      ).toReversed(),
    );
    const page = await rules.list(GUILD, 9);
    expect(page).toMatchObject({ page: 2, pages: 3, total: 45 });
    expect(page.rules.map(({ text }) => text)).toEqual([
      'word40',
      'word41',
      'word42',
      'word43',
      'word44',
    ]);
  });

  it('stand beside the operator’s, which come first', async () => {
    const { add, rules } = await scene({ operator: ['gore'] });
    await add('gore', 'blood');
    const verdict = await rules.check(GUILD, { prompt: 'blood and gore' }, STRICT);
    expect(verdict).toMatchObject({
      hits: [
        { rule: { text: 'gore', origin: 'operator' } },
        { rule: { text: 'blood', origin: 'server' } },
        { rule: { text: 'gore', origin: 'server' } },
      ],
    });
  });
});

describe('when the database fails', () => {
  it('nothing is clear, and the next check tries again', async () => {
    let isFailing = true;
    const stand = (real: Store): Store => ({
      ...real,
      read: (document) => (isFailing ? Promise.reject(new StoreError('No.')) : real.read(document)),
    });
    const { kindOf } = await scene({ stand });
    await expect(kindOf('a cat')).rejects.toThrow(StoreError);
    isFailing = false;
    expect(await kindOf('a cat')).toBe('clear');
  });

  it('rules that are broken are no leave either', async () => {
    const { kindOf, real } = await scene();
    const row = { key: rulesDocument(GUILD).key, schema: z.unknown() };
    const written = { v: 1, rules: ['gore', '*'] };
    await real.update({ row }, () => ({ answer: undefined, write: { row: written } }));
    await expect(kindOf('a cat')).rejects.toThrow(BrokenDocumentError);
  });
});
