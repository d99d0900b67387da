import { GAP } from './draft.ts';
import { plainForm, type Rule } from './rule.ts';
import type { Spelling } from './spelling.ts';
import { isPartOfSpelled } from './spelled-out.ts';
import type { Find } from './walk.ts';

/**
 * How a text met a rule: the word itself stands there; it does, in disguise; or its letters are there
 * where words were put together or taken apart, which may well be nothing.
 */
export type Why = 'word' | 'disguised' | 'joined';

/** Rules of fewer letters than this are not looked for where one letter stands twice: `god`, `good`. */
const DOUBLED_FROM = 4;

/** Up to so many letters, a word in which digits outnumber letters may be a number: `A55`. */
const NUMBER_UP_TO = 4;

/** Of so few letters, any digit may make it one: `5s`, `4K`. */
const NUMBER_WITH_ANY = 2;

/** A number with its unit: `6in`. */
const MEASURE = /^\d+(?:in|am|pm)$/iu;

/** Words that are compared letter by letter, in one text; of the rest it is not known that they are innocent. */
const COMPARED = 500;

/** Judges, in one text, how it met rules whose characters were found in it; undefined is not at all. */
export function createScale(spelling: Spelling): (rule: Rule, find: Find) => Why | undefined {
  const { begins, ends, humps, text, from, to } = spelling;
  let compared = 0;
  let isLatin: boolean | undefined;
  let foreign: ReadonlySet<string> | undefined;

  /** A word of another alphabet that looks like one of the rule's, and may well be itself. */
  function isForeign(typed: string, plain: string): boolean {
    if (LATIN_OR_DIGIT.test(typed) || !OTHER_SCRIPT.test(typed)) return false;
    if (OTHER_SCRIPT.test(plain)) return LETTERS.test(typed) && undrawn(typed) !== undrawn(plain);
    // A text without a Latin letter is in that alphabet altogether.
    isLatin ??= LATIN.test(text);
    if (!isLatin) return true;
    foreign ??= wordsIn(text);
    const own = wordsIn(typed);
    return foreign.size > own.size || !foreign.isSubsetOf(own);
  }

  return (rule, find) => {
    const { start, end } = find;
    const { isOpen, letters } = rule;
    const isBegin = begins[start] === true;
    const isEnd = ends[end] === true;
    const isPlural = !isEnd && isBegin && letters.length > 2 && isPluralAt(spelling, end);
    if (find.isBroken && !(isBegin && (isEnd || isPlural))) return undefined;
    if (!isBegin && !isOpen.before) return undefined;
    if (!isEnd && !isOpen.behind && !isPlural) return undefined;
    if (find.isDoubled && letters.length < DOUBLED_FROM) return undefined;
    const digits = find.isDisguised ? digitsIn(find, spelling) : { digits: 0, others: 1 };
    if (digits.others === 0 && /[^\d ]/.test(rule.plain)) return undefined;

    const isByHump =
      (humps[start] === true && !isOpen.before) || (humps[end] === true && !isOpen.behind);
    // Capitals all over a word part nothing: `ClAsS`.
    if (isByHump && humps.slice(start + 1, end).includes(true)) return undefined;

    const isSuspect =
      find.isLoose ||
      find.isDoubled ||
      isByHump ||
      (isPlural && !isOpen.behind) ||
      (find.isBroken && (letters.length <= 2 || isPartOfSpelled(find, isOpen, spelling))) ||
      isNumber(letters.length, digits);
    if (isSuspect) return 'joined';
    compared += 1;
    if (compared > COMPARED) return 'disguised';
    const typed = text.slice(from[start], to[end - 1]);
    if (!find.isDisguised && plainForm(typed) === rule.plain) return 'word';
    const isInnocent = MEASURE.test(typed) || isForeign(typed, rule.plain);
    return isInnocent ? 'joined' : 'disguised';
  };
}

const PLURALS: readonly (readonly number[])[] = ['s', 'z', 'es'].map((ending) =>
  Array.from(ending, (letter) => letter.charCodeAt(0)),
);

/** Whether nothing but the ending of a plural stands behind it. */
const isPluralAt = ({ letters, gaps, ends }: Spelling, at: number): boolean =>
  PLURALS.some(
    (ending) =>
      ending.every(
        (letter, index) => letters[at + index] === letter && gaps[at + index] === GAP.none,
      ) && ends[at + ending.length] === true,
  );

const isDigit = (letter: number): boolean => letter >= 0x30 && letter <= 0x39;

interface Digits {
  readonly digits: number;
  readonly others: number;
}

function digitsIn({ start, end }: Find, { letters }: Spelling): Digits {
  const digits = letters.slice(start, end).filter(isDigit).length;
  return { digits, others: end - start - digits };
}

function isNumber(length: number, { digits, others }: Digits): boolean {
  if (others === 0 || digits === 0) return false;
  return length <= NUMBER_WITH_ANY || (length <= NUMBER_UP_TO && digits > others);
}

const LATIN = /\p{Script=Latin}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}0-9]/u;
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Hebrew}]/u;
const OTHER_WORD = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Hebrew}]+/gu;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** The words of other alphabets. */
const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(OTHER_WORD));

/** Its letters, each once where it stands there several times. */
const undrawn = (text: string): string => plainForm(text).replace(/(\p{L})\1+/gu, '$1');
