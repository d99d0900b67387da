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

const NOTHING = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

const folded = new Map<string, Folded>();
for (let code = 0x20; code < 0x7f; code += 1) {
  const character = String.fromCharCode(code);
  folded.set(character, fold(character));
}

/** What one character (a code point) counts as. */
export const foldCharacter = (character: string): Folded =>
  folded.get(character) ?? fold(character);

function fold(character: string): Folded {
  const like = LOOKALIKES.get(character) ?? LOOKALIKES.get(character.toLowerCase());
  if (like !== undefined) return { kind: 'letters', letters: like };
  if (SPACE.test(character)) return { kind: 'space' };
  if (NOTHING.test(character)) return { kind: 'nothing' };
  let letters = '';
  let sign: string | undefined;
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (NOTHING.test(part)) continue;
    if (LETTER.test(part)) letters += LOOKALIKES.get(part) ?? part;
    else sign ??= part;
  }
  // A letter in brackets is one character: `⒩`.
  return letters === '' && sign !== undefined ? signOf(sign) : { kind: 'letters', letters };
}

function signOf(part: string): Folded {
  if (SIGNS.has(part)) return { kind: 'sign', sign: part };
  if (SPACE.test(part)) return { kind: 'space' };
  return { kind: STOPS.has(part) ? 'stop' : 'mark' };
}

/** Scripts that put no space between words: each of their letters may begin or end one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export const isUnspaced = (letter: number): boolean =>
  letter > 0xe00 && UNSPACED.test(String.fromCodePoint(letter));
