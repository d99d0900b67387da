import { LOOKALIKES } from './lookalikes.ts';

/** What a character of a text counts as once its looks are folded away. */
export type Folded =
  /** One or more small letters or digits; Latin wherever it looks so. */
  | { readonly kind: 'letters'; readonly letters: string }
  /** A sign that may stand for a letter, as in `sh!t`, or for nothing. */
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'space' | 'stop' | 'mark' }
  /** It is not seen, or belongs to the character before it. */
  | { readonly kind: 'nothing' };

/** Signs that are written in place of letters, alone or together. */
const SIGNS = new Set('|\\/-_()[]{}<>=+@$!*#^%•■█▪©®°');

const STOPS = new Set('.,;:?…');

/** Letters that are not seen, the stroke that draws Arabic out, and the dots that India lends letters. */
const UNSEEN =
  /[\u0640\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\u2800]/u;

const NOTHING = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/** Marks that are vowels, or part one letter from another, as in `ขี้` and `グロ`. */
const SPOKEN = /(?![\u1ab0-\u1aff])[[\u0900-\u1cff]&&\p{M}]|[\u3099\u309a]/v;

const isNothing = (character: string): boolean =>
  UNSEEN.test(character) || (NOTHING.test(character) && !SPOKEN.test(character));

const isDakuten = (code: number): boolean => code === 0x3099 || code === 0x309a;

/** Parts of Korean syllables, and marks of Japanese ones: what is before them and they are one letter. */
export const isPart = (code: number): boolean =>
  (code >= 0x1161 && code <= 0x11ff) || isDakuten(code);

/** Whether it is a mark that changes which letter it is, or what follows on it. */
export const isSpokenMark = (letter: number): boolean =>
  letter >= 0x900 &&
  (letter <= 0x1cff || isDakuten(letter)) &&
  SPOKEN.test(String.fromCodePoint(letter));

/** A text without the marks that do not change which letters they are. */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|\u0640/gu, (mark) => (isNothing(mark) ? '' : mark))
    .normalize('NFC');

/** Characters whose folding is kept; a text has hardly as many. */
const KEPT = 8_192;

const folded = new Map<string, Folded>();

/** Chinese characters and Korean syllables: they are many, and each is itself. */
const isItself = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x20000 && code <= 0x2ebe0);

/** What one character (a code point) counts as. */
export function foldCharacter(character: string): Folded {
  const known = folded.get(character);
  if (known !== undefined) return known;
  if (isItself(character.codePointAt(0) ?? 0)) return { kind: 'letters', letters: character };
  if (folded.size >= KEPT) folded.clear();
  const now = fold(character);
  folded.set(character, now);
  return now;
}

function fold(character: string): Folded {
  const like =
    LOOKALIKES.get(character) ??
    LOOKALIKES.get(character.toLowerCase()) ??
    LOOKALIKES.get(character.toUpperCase());
  if (like !== undefined) return { kind: 'letters', letters: like };
  if (SPACE.test(character)) return { kind: 'space' };
  if (isNothing(character)) return { kind: 'nothing' };
  let letters = '';
  let sign: string | undefined;
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isNothing(part)) continue;
    if (LETTER.test(part) || SPOKEN.test(part)) letters += LOOKALIKES.get(part) ?? part;
    else sign ??= part;
  }
  // A letter in brackets is one character: `⒩`.
  if (letters === '' && sign !== undefined) return signOf(sign);
  return { kind: 'letters', letters: letters.normalize('NFC') };
}

function signOf(part: string): Folded {
  if (SIGNS.has(part)) return { kind: 'sign', sign: part };
  if (SPACE.test(part)) return { kind: 'space' };
  return { kind: STOPS.has(part) ? 'stop' : 'mark' };
}

/** Scripts that put no space between words: each of their letters may begin or end one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether it is a letter of such a script. */
export const isUnspaced = (letter: number): boolean =>
  letter > 0xe00 &&
  !(letter >= 0xac00 && letter <= 0xd7a3) &&
  UNSPACED.test(String.fromCodePoint(letter));
