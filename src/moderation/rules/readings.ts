/** A letter that signs may be read as, and how many characters that takes. */
export interface Reading {
  /** The letter's code point. */
  readonly letter: number;
  readonly length: number;
  /** It stands for any vowel, as in `f*ck`. */
  readonly isMask: boolean;
  /** So many words are written so by themselves that it is not more than a suspicion. */
  readonly isWeak: boolean;
}

/** What digits, signs and letters may be read as, the signs as they are typed. */
const READ: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'gb',
  '7': 't',
  '8': 'b',
  '9': 'gq',
  '@': 'a',
  '^': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '(': 'c',
  '[': 'c',
  '<': 'c',
  '{': 'c',
  '+': 't',
  '©': 'c',
  '®': 'r',
  '°': 'o',
  v: 'u',
  '()': 'o',
  '[]': 'o',
  '{}': 'o',
  '<>': 'o',
  '/\\': 'a',
  '/-\\': 'a',
  '|3': 'b',
  '13': 'b',
  '|)': 'd',
  '|=': 'f',
  '|-|': 'h',
  '}{': 'h',
  '|<': 'k',
  '|_': 'l',
  '|\\/|': 'm',
  '/\\/\\': 'm',
  '|\\|': 'n',
  '/\\/': 'n',
  '|>': 'p',
  '|2': 'r',
  '|_|': 'u',
  '(_)': 'u',
  '\\/': 'v',
  '\\/\\/': 'w',
  '><': 'x',
  vv: 'w',
  ph: 'f',
  // Letters that look like another one, too, than the one that they count as.
  Δ: 'a',
  Λ: 'a',
  Η: 'h',
  Θ: 'o',
  Μ: 'm',
  Ν: 'n',
  Σ: 'es',
  Υ: 'y',
  Ζ: 'z',
  θ: 'o',
  ς: 'c',
  Д: 'ad',
  д: 'ad',
  З: 'e',
  з: 'e',
  Э: 'e',
  э: 'e',
  Ӏ: 'l',
  ӏ: 'l',
  ɔ: 'o',
  ɯ: 'm',
};

const WEAK: Readonly<Record<string, string>> = { z: 's', q: 'g' };

/** Signs that hide a letter; most often it is a vowel, or the c of `f**k`. */
const MASKS = '*#%•■█▪';
const MASKED = 'aeiouc';

const readings = new Map<string, readonly Reading[]>();

function enter(typed: string, letters: string, how: Partial<Reading> = {}): void {
  const more = Array.from(letters, (letter) => ({
    letter: letter.charCodeAt(0),
    length: typed.length,
    isMask: false,
    isWeak: false,
    ...how,
  }));
  readings.set(typed, [...(readings.get(typed) ?? []), ...more]);
}

for (const [typed, letters] of Object.entries(READ)) enter(typed, letters);
for (const [typed, letters] of Object.entries(WEAK)) enter(typed, letters, { isWeak: true });
for (const mask of MASKS) enter(mask, MASKED, { isMask: true });

const NONE: readonly Reading[] = [];

/** What is typed, by its first character, the shortest first. */
const signs = Map.groupBy(
  Array.from(readings, ([typed, read]) => ({ typed, read })).toSorted(
    (one, other) => one.typed.length - other.typed.length,
  ),
  ({ typed }) => typed.charAt(0),
);

/** A bracket that opens, and what closes it. */
export const BRACKETS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
];

/** Readings, of which those by one sign alone become no more than a suspicion. */
export const weakly = (read: readonly Reading[]): readonly Reading[] =>
  read.map((each) => (each.length === 1 ? { ...each, isWeak: true } : each));

/** Whether it may be read as a letter that it does not count as. */
export const isRead = (character: string): boolean => signs.has(character);

/** How the characters from one on may be read; they follow one another without a gap. */
export function readingsAt(text: string, from: number, until: number): readonly Reading[] {
  let found = NONE;
  for (const { typed, read } of signs.get(text.charAt(from)) ?? []) {
    if (from + typed.length > until || !text.startsWith(typed, from)) continue;
    found = found === NONE ? read : [...found, ...read];
  }
  return found;
}
