import { type Thing, type Tint, TINTS, VOCABULARY } from './words.ts';

/** What a text names, in the order in which it does. */
export interface Reading {
  readonly things: readonly Thing[];
  readonly tints: readonly Tint[];
}

const things = Object.entries(VOCABULARY).flatMap(([thing, words]) =>
  words.split(' ').map((word) => [word, thing as Thing] as const),
);

const lookup = (word: string): Thing[] =>
  things.filter(([known]) => known === word).map(([, thing]) => thing);

/** The word itself and what it may be the plural of. */
function singulars(word: string): string[] {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  return forms;
}

/**
 * Reads a text's English words: whole words, plurals included, so that "seahorse" is no sea; two
 * and three words together where the vocabulary has them, as in "golden hour".
 */
export function readWords(text: string): Reading {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const found: Thing[] = [];
  const tints: Tint[] = [];
  words.forEach((word, i) => {
    const groups = [word, words.slice(i, i + 2).join('-'), words.slice(i, i + 3).join('-')];
    for (const form of groups.flatMap(singulars)) {
      found.push(...lookup(form));
      if (Object.hasOwn(TINTS, form)) tints.push(form as Tint);
    }
  });
  return { things: [...new Set(found)], tints: [...new Set(tints)] };
}
