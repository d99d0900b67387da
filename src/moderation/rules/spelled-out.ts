import { isUnspaced } from './fold.ts';
import type { Rule } from './rule.ts';
import type { Spelling } from './spelling.ts';

const LONE_BEHIND = /(\p{L})\p{M}*(?![\p{L}\p{N}])/uy;
const LONE_BEFORE = /(?<![\p{L}\p{N}\p{M}])(\p{L})\p{M}*$/u;
const WORD_BEHIND = /[\p{L}\p{N}]{2}/uy;

/** Words of one letter. */
const ARTICLE = /^[ai]$/i;

/** More than a letter with its marks takes, in UTF-16 units. */
const NEAR = 24;

/**
 * Whether letters that are spelled out one by one go on beyond those that were found, parted in the same
 * way, where their rule has no star: `tit` in `T I T A N I C`. An `a` or `I` next to a longer word is a
 * word of its own.
 */
export function isPartOfSpelled(
  { start, end }: { readonly start: number; readonly end: number },
  isOpen: Rule['isOpen'],
  { text, letters, from, to }: Spelling,
): boolean {
  let before = end - 2;
  while (before > start && letters[before] === 0) before -= 1;
  const between = text.slice(to[before], from[end - 1]);
  if (between === '') return false;
  return (
    (!isOpen.behind && goesOnBehind(text, to[end - 1] ?? 0, between)) ||
    (!isOpen.before && cameBefore(text, from[start] ?? 0, between))
  );
}

function goesOnBehind(text: string, at: number, between: string): boolean {
  if (!text.startsWith(between, at)) return false;
  LONE_BEHIND.lastIndex = at + between.length;
  const [whole = '', letter = ''] = LONE_BEHIND.exec(text) ?? [];
  if (letter === '' || isUnspaced(letter.codePointAt(0) ?? 0)) return false;
  if (!ARTICLE.test(letter)) return true;
  const next = at + between.length + whole.length;
  WORD_BEHIND.lastIndex = next + between.length;
  return !(text.startsWith(between, next) && WORD_BEHIND.test(text));
}

function cameBefore(text: string, at: number, between: string): boolean {
  const lone = loneBefore(text, at, between);
  if (lone === undefined) return false;
  return !ARTICLE.test(lone.letter) || loneBefore(text, lone.at, between) !== undefined;
}

/** The letter that stands alone before a place, parted from it in that way. */
function loneBefore(text: string, at: number, between: string) {
  const rest = text.slice(Math.max(0, at - between.length - NEAR), at);
  if (!rest.endsWith(between)) return undefined;
  const found = LONE_BEFORE.exec(rest.slice(0, rest.length - between.length));
  const [whole = '', letter = ''] = found ?? [];
  if (letter === '' || isUnspaced(letter.codePointAt(0) ?? 0)) return undefined;
  return { letter, at: at - between.length - whole.length };
}
