import { foldCharacter, isPart, isSpokenMark } from './fold.ts';
import { isRead } from './readings.ts';

/** What stands between two characters: nothing, a mark, or what may part two sentences or words. */
export const GAP = { none: 0, mark: 1, wide: 2 } as const;

/** The characters of a text that count, each as what it looks like. All arrays are as long. */
export interface Draft {
  readonly letters: number[];
  readonly from: number[];
  readonly to: number[];
  readonly gaps: number[];
  readonly signGaps: number[];
  /** The characters as they are read for signs and digits. */
  typed: string;
}

/**
 * How many letters a text may have beyond its characters, for those that stand for several: `ß`, and
 * `ﷺ` for eighteen. Where there are more, such a character is itself.
 */
const SPARE = 200;

function typedAs(character: string, letter: string): string {
  if (isRead(character)) return character;
  return letter > '\x7f' ? '\0' : letter;
}

/** Reads a text character by character. Takes as long as the text is. */
export function draftOf(text: string): Draft {
  const draft: Draft = { letters: [], from: [], to: [], gaps: [], signGaps: [], typed: '' };
  let gap: number = GAP.none;
  let at = 0;
  let spare = SPARE;
  const add = (letter: number, typed: string, to: number, signGap: number): void => {
    draft.letters.push(letter);
    draft.from.push(at);
    draft.to.push(to);
    draft.gaps.push(gap);
    draft.signGaps.push(signGap);
    draft.typed += typed;
    gap = GAP.none;
  };
  const addLetters = (character: string, letters: string, to: number): void => {
    spare -= Math.max(0, letters.length - character.length);
    for (const letter of spare < 0 ? character : letters) {
      const code = letter.codePointAt(0) ?? 0;
      if (gap === GAP.none && isPart(code) && joinsOn(draft, letter, to)) continue;
      if (isSpokenMark(code) && (gap !== GAP.none || (draft.letters.at(-1) ?? 0) < 0x900)) continue;
      add(code, typedAs(character, letter), to, GAP.none);
    }
  };
  for (const character of text) {
    const to = at + character.length;
    const folded = foldCharacter(character);
    switch (folded.kind) {
      case 'letters':
        if (character <= '\x7f') add(folded.letters.charCodeAt(0), folded.letters, to, GAP.none);
        else addLetters(character, folded.letters, to);
        break;
      case 'sign': {
        const isWide = '!/&|+'.includes(folded.sign);
        add(0, folded.sign, to, isWide ? GAP.wide : GAP.mark);
        break;
      }
      case 'space':
      case 'stop':
        gap = Math.max(gap, GAP.wide);
        break;
      case 'mark':
        gap = Math.max(gap, GAP.mark);
        break;
      case 'nothing':
    }
    at = to;
  }
  return draft;
}

/** Makes one letter of the last one and a part that goes on with it; answers whether it does. */
function joinsOn({ letters, to }: Draft, part: string, end: number): boolean {
  const joined = (String.fromCodePoint(letters.at(-1) ?? 0) + part).normalize('NFC');
  if (joined.length > 1) return false;
  letters[letters.length - 1] = joined.charCodeAt(0);
  to[to.length - 1] = end;
  return true;
}
