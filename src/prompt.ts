/**
 * Marks that are seen by nobody and change how text is read: direction marks and overrides, fillers,
 * tags. Joiners stay, because scripts and emoji need them.
 */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

const NO_TEXT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

function isWanted(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    !NO_TEXT.test(character) && !INVISIBLE.some(([first, last]) => code >= first && code <= last)
  );
}

/** Anything but joiners, marks that need something to stand on, and the blank of Braille. */
const VISIBLE = /[^\p{Cf}\p{Mn}\p{Me}\s\u2800]/u;

/**
 * A prompt as it is sent on: composed (NFC), without controls, direction marks and invisible
 * characters, with each run of white space as one space. Empty where nothing can be seen.
 */
export function cleanPrompt(text: string): string {
  const kept = text
    .replace(/[^\S\ufeff]+/gu, ' ')
    .replace(/./gsu, (character) => (isWanted(character) ? character : ''))
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
  return VISIBLE.test(kept) ? kept : '';
}
