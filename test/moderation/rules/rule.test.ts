import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/moderation/rules/rule.ts';
import { parseRuleList } from '../../../src/moderation/rules/rule-list.ts';
import { holding, rule } from '../../support/rules.ts';

describe('what is no rule', () => {
  it.each([
    ['', 'empty'],
    ['strict:', 'empty'],
    ['*', 'everything'],
    ['**', 'everything'],
    ['* *', 'everything'],
    ['a', 'everything'],
    ['*a*', 'everything'],
    ['!!!', 'no-letters'],
    ['\u200b\u200b', 'no-letters'],
    ['😀', 'no-letters'],
    ['🔞 🍆', 'no-letters'],
    ['*😀', 'no-letters'],
    ['C++', 'everything'],
    ['an*', 'too-short-for-star'],
    ['f*ck', 'star-inside'],
    ['x'.repeat(101), 'too-long'],
  ])('“%s”: %s', (typed, problem) => {
    expect(parseRule(typed)).toEqual({ problem });
  });

  it.each([
    'ab',
    'abc*',
    '裸',
    '피',
    'ﷺ',
    'ข',
    '*裸*',
    'x'.repeat(100),
    `strict: flag: prompt: ${'x'.repeat(100)}`,
  ])('“%s” is one', (typed) => expect(parseRule(typed)).toHaveProperty('rule'));
});

describe('a rule', () => {
  it('is kept as it was typed, with its marks in one order', () => {
    expect(rule('  Flag:STRICT :  Dead   Body* ').text).toBe('strict: flag: Dead Body*');
    expect(rule(rule('prompt: x.yz*').text)).toEqual(rule('prompt: x.yz*'));
  });

  it('means the same words whatever it looks like', () => {
    const same = ['gore', 'GORE', 'gоre', 'flag: góre'].map((typed) => rule(typed).id);
    expect(new Set(same).size).toBe(1);
    expect(rule('gore*').id).not.toBe(rule('gore').id);
    expect(rule('dead body').id).not.toBe(rule('deadbody').id);
  });
});

describe('a rule that is typed in disguise', () => {
  it.each([
    ['a$$hole', 'asshole', 'a hole in the ground'],
    ['sh!t', 'shit', 'a sh t'],
    ['p@rn', 'parn', 'a p rn'],
    ['a$$', 'ass', 'a, b'],
    ['$ex', 'sex', 'an ex'],
    ['wow!', 'wow', 'wowi'],
    ['rock @ home!', 'rock home', 'rocka home'],
    ['top $100', 'top 100', 'top s100'],
  ])('“%s” means “%s”, and not “%s”', (typed, meant, other) => {
    expect(rule(typed)).toMatchObject({ words: typed, id: rule(meant).id, plain: meant });
    const hold = holding([typed]);
    expect(hold(typed).kind).toBe('block');
    expect(hold(meant)).toMatchObject({ kind: 'block', hits: [{ why: 'word' }] });
    expect(hold(other).kind).toBe('clear');
  });
});

describe('a list of rules', () => {
  it('has one a line; blank lines and comments say nothing, and the last word counts', () => {
    const { rules, bad } = parseRuleList('# words\r\ngore\n\n  strict: nude \n*\nflag: gore\nf*ck');
    expect(rules.map(({ text }) => text)).toEqual(['flag: gore', 'strict: nude']);
    expect(bad).toEqual([
      { line: 5, text: '*', problem: 'everything' },
      { line: 7, text: 'f*ck', problem: 'star-inside' },
    ]);
  });
});
