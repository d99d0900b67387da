import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hit } from '../../../src/moderation/rules/verdict.ts';
import { FORBIDDEN, TECHNIQUES } from '../../support/evasions.ts';
import { holding, rule } from '../../support/rules.ts';

/** Letters of which none stands for another, or for two. */
const LETTERS = ['b', 'd', 'é', 'k', 'm', 'ж', 'ü', '死'];

const word = (minLength: number) =>
  fc
    .uniqueArray(fc.constantFrom(...LETTERS.slice(0, -1)), { minLength, maxLength: 5 })
    .map((all) => all.join(''));

const ruleText = fc.oneof(
  word(2),
  word(3).map((text) => `${text}*`),
  word(3).map((text) => `*${text}`),
  word(3).map((text) => `*${text}*`),
  fc.tuple(word(2), word(2)).map((words) => words.join(' ')),
);

/** A few rules, each with its mark. */
const ruleSet = fc.uniqueArray(
  fc.record({ mark: fc.constantFrom('', 'flag: ', 'strict: ', 'prompt: '), text: ruleText }),
  { minLength: 1, maxLength: 5, selector: ({ text }) => rule(text).id },
);

const PARTING = [' ', ', ', '. ', '  ', ' - ', ' “', '” ', '\n', '; '];
const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll('é', 'e').replaceAll('ü', 'Ü'),
];

/** Words, and the text that they are written in. */
const textOf = (words: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(words, fc.constantFrom(...DRESSES), fc.constantFrom(...PARTING)), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => ({
      words: parts.map(([typed]) => typed),
      text: parts.map(([typed, dress, part]) => dress(typed) + part).join(''),
    }));

const scene = ruleSet.chain((rules) => {
  const own = rules.flatMap(({ text }) => text.replaceAll('*', '').split(' '));
  const near = fc.tuple(fc.constantFrom(...own), word(2)).map((two) => two.join(''));
  const text = textOf(fc.oneof(fc.constantFrom(...own), near, word(2)));
  return fc.record({
    rules: fc.constant(rules),
    prompt: text,
    negative: text,
    isStrict: fc.boolean(),
  });
});

/** Whether a rule stands in words: word by word, and nothing else. */
function stands(text: string, words: readonly string[]): boolean {
  const parts = text.replaceAll('*', '').split(' ');
  return words.some((_, at) =>
    parts.every((part, index) => {
      const there = words[at + index] ?? '';
      const isBefore = index === 0 && text.startsWith('*');
      const isBehind = index === parts.length - 1 && text.endsWith('*');
      if (isBefore && isBehind) return there.includes(part);
      if (isBefore) return there.endsWith(part);
      return isBehind ? there.startsWith(part) : there === part;
    }),
  );
}

it('a rule meets the words that it says, where its marks say so, and is told of no others', () => {
  fc.assert(
    fc.property(scene, ({ rules, prompt, negative, isStrict }) => {
      const hold = holding(rules.map(({ mark, text }) => mark + text));
      const texts = { prompt: prompt.text, negative_prompt: negative.text };
      const verdict = hold(texts, isStrict);
      const hits: readonly Hit[] = verdict.kind === 'clear' ? [] : verdict.hits;
      const told = (whys: readonly Hit['why'][]) =>
        hits
          .filter(({ why }) => whys.includes(why))
          .map(({ where, rule: { text }, action }) => `${where} ${text} ${action}`);
      const sides = [
        { where: 'prompt', words: prompt.words, own: rules },
        {
          where: 'negative_prompt',
          words: negative.words,
          own: rules.filter(({ mark }) => mark !== 'prompt: '),
        },
      ];
      const expected = sides.flatMap(({ where, words, own }) =>
        own
          .filter(({ mark, text }) => (isStrict || mark !== 'strict: ') && stands(text, words))
          .map(({ mark, text }) => `${where} ${text} ${mark === 'flag: ' ? 'flag' : 'block'}`),
      );
      expect(expected).toEqual(expect.arrayContaining(told(['word'])));
      expect(told(['word', 'disguised'])).toEqual(expect.arrayContaining(expected));
      expect(hits.map(({ action }) => action)).toEqual(hits.map(({ action }) => action).toSorted());
    }),
    { numRuns: 500 },
  );
});

it('what is told of a text shows what was hit, whole, whatever stands around it', () => {
  const around = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom('🔥', 'x', ' '), minLength: 40, maxLength: 80 }),
  );
  const hide = fc.constantFrom(...Object.values(TECHNIQUES));
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom(...FORBIDDEN),
      hide,
      (before, behind, name, how) => {
        const hidden = how(name);
        const prompt = `${before}\n${hidden}\n${behind}`;
        const verdict = holding([name])(prompt);
        if (verdict.kind === 'clear') return;
        const [{ excerpt }] = verdict.hits;
        expect(excerpt.isWellFormed()).toBe(true);
        expect(prompt).toContain(excerpt.replace(/^…|…$/gu, ''));
        expect(holding([name])(excerpt).kind).not.toBe('clear');
      },
    ),
    { numRuns: 300 },
  );
});
