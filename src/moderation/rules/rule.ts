import { draftOf } from './draft.ts';
import { isUnspaced, withoutAccents } from './fold.ts';
import { BREAK } from './trie.ts';

/** The longest rule, in UTF-16 units, without its marks. */
const RULE_LENGTH = 100;

/** What a rule's marks say. */
interface Marks {
  /** It holds only where the channel is not age-restricted. */
  readonly strict: boolean;
  /** It refuses nothing: what meets it is shown to a moderator first. */
  readonly flag: boolean;
  /** It looks at the prompt alone, so that members may exclude what it names. */
  readonly prompt: boolean;
}

/** A word or phrase that requests are checked for. */
export interface Rule extends Marks {
  /** As it is shown and kept: its marks, then the words as they were typed. */
  readonly text: string;
  /** The same without its marks. */
  readonly words: string;
  /** The same for rules that mean the same words; what a server can have once. */
  readonly id: string;
  /** Its characters as they are looked for, without stars. */
  readonly letters: readonly number[];
  /** The words in their plain form, without stars. */
  readonly plain: string;
  /** Other letters may stand before its first word, or behind its last. */
  readonly isOpen: { readonly before: boolean; readonly behind: boolean };
}

/** Why something is no rule. */
export type RuleProblem =
  | 'empty'
  | 'too-long'
  /** Signs or emoji alone, which nothing is compared with. */
  | 'no-letters'
  /** Nothing is left of it but a star or one letter: it would meet everything. */
  | 'everything'
  /** A star makes it meet most words: too few letters stand beside it. */
  | 'too-short-for-star'
  | 'star-inside';

const MARK = /^(?<mark>strict|flag|prompt)\s*:\s*/iu;

/** Letters that a rule must have; and with a star. */
const LETTERS = { least: 2, beside: 3 };

/** How a text is compared where its letters are what they look like. */
export const plainForm = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** A sign between the letters of a word, or beside them, where it is written in place of one. */
const SIGN = /(?<=\p{L}[$@!]*)(?:[$@]|!(?=[$@!]*\p{L}))|[$@](?=[$@!]*\p{L})/gu;

const MEANT: Readonly<Record<string, string>> = { $: 's', '@': 'a', '!': 'i' };

/** The words that somebody means who types a rule in disguise: `sh!t`. */
const undisguised = (words: string): string => words.replace(SIGN, (sign) => MEANT[sign] ?? sign);

function marksOf(line: string): { marks: Marks; words: string } {
  const marks = { strict: false, flag: false, prompt: false };
  let words = line.replace(/\s+/gu, ' ').trim();
  for (;;) {
    const found = MARK.exec(words);
    const mark = found?.groups?.['mark']?.toLowerCase();
    if (found === null || mark === undefined) return { marks, words };
    marks[mark as keyof Marks] = true;
    words = words.slice(found[0].length);
  }
}

const shownMarks = (marks: Marks): string =>
  Object.entries(marks)
    .map(([name, isSet]) => (isSet ? `${name}: ` : ''))
    .join('');

const star = (isOpen: boolean): string => (isOpen ? '*' : '');

/** A rule as somebody typed it, or why it is none. */
export function parseRule(line: string): { rule: Rule } | { problem: RuleProblem } {
  const { marks, words } = marksOf(line);
  if (words === '') return { problem: 'empty' };
  if (words.length > RULE_LENGTH) return { problem: 'too-long' };
  const {
    before = '',
    inner = '',
    behind = '',
  } = /^(?<before>[*\s]*)(?<inner>.*?)(?<behind>[*\s]*)$/su.exec(words)?.groups ?? {};
  const isOpen = { before: before.includes('*'), behind: behind.includes('*') };
  if (inner.includes('*')) return { problem: 'star-inside' };
  const meant = undisguised(inner);
  const letters = lettersOf(meant);
  if (letters.length === 0) return { problem: inner === '' ? 'everything' : 'no-letters' };
  const problem = tooFew(letters, isOpen.before || isOpen.behind);
  if (problem !== undefined) return { problem };
  const shown = `${star(isOpen.before)}${inner}${star(isOpen.behind)}`;
  const key = String.fromCodePoint(...letters);
  return {
    rule: {
      ...marks,
      text: `${shownMarks(marks)}${shown}`,
      words: shown,
      id: `${star(isOpen.before)}${key}${star(isOpen.behind)}`,
      letters,
      plain: plainForm(meant),
      isOpen,
    },
  };
}

/** The characters of a rule, its words parted by one break each; other signs in it do not count. */
function lettersOf(words: string): number[] {
  const draft = draftOf(words);
  const letters: number[] = [];
  let isParted = false;
  for (const [at, letter] of draft.letters.entries()) {
    isParted ||= draft.gaps[at] !== 0 || letter === 0;
    if (letter === 0) continue;
    if (isParted && letters.length > 0) letters.push(BREAK);
    letters.push(letter);
    isParted = false;
  }
  return letters;
}

function tooFew(letters: readonly number[], hasStar: boolean): RuleProblem | undefined {
  if (letters.some(isUnspaced)) return undefined;
  const typed = String.fromCodePoint(...letters.filter((letter) => letter !== BREAK));
  // A Korean syllable is as much as its letters are.
  const count = Array.from(typed.normalize('NFD')).length;
  if (count < LETTERS.least) return 'everything';
  return hasStar && count < LETTERS.beside ? 'too-short-for-star' : undefined;
}
