import { createHash } from 'node:crypto';
import { compileRules } from '../src/moderation/rules/matcher.ts';
import { parseRule, type Rule } from '../src/moderation/rules/rule.ts';
import { judge } from '../src/moderation/rules/verdict.ts';

const RULES = 10_000;
const LENGTHS = [100, 500, 2_000, 6_000];
const ROUNDS = 9;
const CALLS = 3;

const LETTERS = 'etaoinshrdlucmfwypvbgk';

/** Letters that are the same in each run. */
const word = (seed: string, length: number): string =>
  Array.from(
    createHash('sha256').update(seed).digest().subarray(0, length),
    (byte) => LETTERS[byte % LETTERS.length],
  ).join('');

const ruleOf = (typed: string): Rule => {
  const parsed = parseRule(typed);
  if ('problem' in parsed) throw new Error(`${typed}: ${parsed.problem}`);
  return parsed.rule;
};

/** Words, phrases, words with stars and long ones, as a server that forbids everything would have. */
const usual = Array.from({ length: RULES }, (_, index) => {
  const one = word(`${index}`, 4 + (index % 6));
  if (index % 10 === 0) return `*${one}*`;
  if (index % 10 === 1) return `${one}*`;
  if (index % 10 === 2) return `${one} ${word(`${index} more`, 5)}`;
  if (index % 100 === 3) return word(`${index} long`, 32).repeat(3);
  return one;
});

/** Every way to write fourteen letters that one digit may stand for, and runs of one letter. */
const alike = Array.from({ length: RULES }, (_, index) => {
  if (index < 95) return `*${'a'.repeat(3 + index)}*`;
  return index.toString(2).padStart(14, '0').replaceAll('0', 'i').replaceAll('1', 'l');
});

/** Words of six letters that five signs may stand for, as close to one another as can be. */
const dense = Array.from({ length: RULES }, (_, index) => {
  const one = index
    .toString(6)
    .padStart(6, '0')
    .replaceAll(/./g, (digit) => 'ilasct'[Number(digit)] ?? '');
  return index % 10 === 0 ? `*${one}*` : one;
});

const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  prose: (length) =>
    'A lighthouse on a cliff at dusk, oil on canvas, warm light, highly detailed. '
      .repeat(100)
      .slice(0, length),
  'words of rules': (length) => usual.join(' ').replaceAll('*', '').slice(0, length),
  'cut off': (length) =>
    usual
      .map((rule) => rule.slice(0, -1))
      .join(' ')
      .slice(0, length),
  'one letter': (length) => 'a'.repeat(length),
  'one letter, spaced': (length) => 'a '.repeat(length).slice(0, length),
  'any of two': (length) => '1!|'.repeat(length).slice(0, length),
  'any of five': (length) => '1!@$|('.repeat(length).slice(0, length),
  stars: (length) => '*'.repeat(length),
  'letters and stars': (length) => 'a*'.repeat(length).slice(0, length),
  brackets: (length) => '|\\|/\\/|'.repeat(length).slice(0, length),
  'Korean and Thai': (length) => '겨울 바다의 등대 ประภาคารริมทะเล '.repeat(length).slice(0, length),
  'many letters in one': (length) => 'ﷺ'.repeat(length),
  'marks on letters': (length) => 'a\u0301\u0336'.repeat(length).slice(0, length),
};

/** Prints the milliseconds that it takes to hold one text against ten thousand rules, the best of some rounds. */
export function benchRules(): void {
  for (const [name, typed] of Object.entries({ usual, alike, dense })) {
    const begun = performance.now();
    const matcher = compileRules(typed.map(ruleOf));
    const made = performance.now() - begun;
    console.log(`${matcher.size} rules (${name}), made ready in ${made.toFixed(0)} ms.`);
    const rows = Object.entries(TEXTS).map(([kind, textOf]) => {
      const costs = LENGTHS.map((length) => {
        const prompt = textOf(length);
        const rulings = [{ origin: 'server' as const, matcher }];
        const times = Array.from({ length: ROUNDS }, () => {
          const start = performance.now();
          for (let call = 0; call < CALLS; call += 1)
            judge({ prompt }, rulings, { isStrict: true });
          return (performance.now() - start) / CALLS;
        });
        return [`${length} characters`, Number(Math.min(...times).toFixed(2))];
      });
      return { text: kind, ...Object.fromEntries(costs) };
    });
    console.table(rows);
  }
}

if (import.meta.main) benchRules();
