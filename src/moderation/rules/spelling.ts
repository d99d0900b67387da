import { type Draft, draftOf, GAP } from './draft.ts';
import { isSpokenMark, isUnspaced } from './fold.ts';
import { bitOf } from './mask.ts';
import { BRACKETS, type Reading, readingsAt, weakly } from './readings.ts';

/** A text as it is read: what counts of it, character by character. All arrays are as long. */
export interface Spelling {
  readonly text: string;
  readonly length: number;
  /** The code point of a letter or digit; 0 for a sign, which may be one or not. */
  readonly letters: readonly number[];
  /** Where each comes from in the text, in UTF-16 units; and one more for the end. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What stands before each. */
  readonly gaps: readonly number[];
  /** What a sign counts as where it stands for nothing. */
  readonly signGaps: readonly number[];
  readonly readings: readonly (readonly Reading[])[];
  /** All that each may be, as itself or read otherwise, as a mask. */
  readonly masks: Int32Array;
  /** A word may begin at it; and one may end before it, with one more for the end. */
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
  /** Whether it may do so for nothing but a capital behind a small letter: `RedCar`. */
  readonly humps: readonly boolean[];
}

/** Reads a text. Takes as long as the text is. */
export function spell(text: string): Spelling {
  const draft = draftOf(text);
  const { letters, typed, gaps } = draft;
  const { length } = letters;
  const readings: (readonly Reading[])[] = [];
  const masks = new Int32Array(length);
  const isOpening = openings(draft);
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    if (at >= end) {
      end = at + 1;
      while (end < length && gaps[end] === GAP.none) end += 1;
    }
    const typedThere = readingsAt(typed, at, end);
    const signs = isOpening(at) ? weakly(typedThere) : typedThere;
    const cases = byCase(text, draft, at);
    const read = cases.length === 0 ? signs : [...signs, ...cases];
    readings.push(read);
    let mask = bitOf(letters[at] ?? 0);
    for (const { letter } of read) mask |= bitOf(letter);
    masks[at] = mask;
  }
  return { text, length, ...draft, readings, masks, ...boundaries(text, draft) };
}

/** Tells of a place whether a bracket opens there, before a word, that is closed later: `(lit by candles)`. */
function openings({ letters, gaps, typed }: Draft): (at: number) => boolean {
  const closed = new Map(
    BRACKETS.flatMap(([open, close]) => {
      const last = typed.lastIndexOf(close);
      return last < 0 ? [] : [[open, last] as const];
    }),
  );
  if (closed.size === 0) return () => false;
  return (at) =>
    letters[at] === 0 &&
    (gaps[at] !== GAP.none || (letters[at - 1] ?? 0) === 0) &&
    (closed.get(typed.charAt(at)) ?? -1) > at;
}

const reading = (letter: string): Reading => ({
  letter: letter.charCodeAt(0),
  length: 1,
  isMask: false,
  isWeak: false,
});
const AS_L = [reading('l')];
const AS_I = [reading('i')];
const NONE: readonly Reading[] = [];

/** A capital I within small letters looks like an l, and a small l among capitals like an I. */
function byCase(text: string, { from, gaps }: Draft, at: number): readonly Reading[] {
  const here = text.charAt(from[at] ?? 0);
  if (here !== 'I' && here !== 'l') return NONE;
  const isIn = gaps[at] === GAP.none;
  let before = isIn && at > 0 ? text.charAt(from[at - 1] ?? 0) : '';
  if (before === 'I' && at > 1 && gaps[at - 1] === GAP.none) {
    before = text.charAt(from[at - 2] ?? 0);
  }
  if (here === 'I') return /[a-z]/.test(before) ? AS_L : NONE;
  const after = gaps[at + 1] === GAP.none ? text.charAt(from[at + 1] ?? 0) : '';
  return /[A-Z]/.test(before) || /[A-Z]/.test(after) ? AS_I : NONE;
}

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;

const isDigit = (letter: number | undefined): boolean =>
  letter !== undefined && letter >= 0x30 && letter <= 0x39;

/** Digits before and behind a word do not belong to it: it stands alone in `gore2`. */
function boundaries(
  text: string,
  { letters, gaps, from }: Draft,
): Pick<Spelling, 'begins' | 'ends' | 'humps'> {
  const stands = letters.map((letter) => letter === 0 || isUnspaced(letter));
  const edges = letters.map(
    (letter, at) =>
      at === 0 ||
      gaps[at] !== GAP.none ||
      ((stands[at] === true || stands[at - 1] === true) && !isSpokenMark(letter)),
  );
  const begins: boolean[] = [];
  for (const [at, isEdge] of edges.entries()) {
    begins.push(isEdge || (begins[at - 1] === true && isDigit(letters[at - 1])));
  }
  const ends = [...edges, true];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    ends[at] = edges[at] === true || (ends[at + 1] === true && isDigit(letters[at]));
  }
  const isHump = (at: number): boolean =>
    isCapital(text.charCodeAt(from[at] ?? 0)) && isSmall(text.charCodeAt(from[at - 1] ?? 0));
  const humps = ends.map((isEnd, at) => at > 0 && at < letters.length && !isEnd && isHump(at));
  return {
    begins: begins.map((isBegin, at) => isBegin || humps[at] === true),
    ends: ends.map((isEnd, at) => isEnd || humps[at] === true),
    humps,
  };
}
