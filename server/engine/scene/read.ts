import { COATED, type Thing, type Tint, TINTS, VOCABULARY } from './words.ts';

/** What a text names, in the order in which it does. */
export interface Reading {
  readonly things: readonly Thing[];
  /** Colour words that belong to no thing and so lend their colour to the light. */
  readonly tints: readonly Tint[];
  /** The colour of a thing: the colour word right before its own, as in "red balloon". */
  readonly coats: ReadonlyMap<Thing, Tint>;
}

const things = Object.entries(VOCABULARY).flatMap(([thing, words]) =>
  words.split(' ').map((word) => [word, thing as Thing] as const),
);

const lookup = (word: string): Thing[] =>
  things.filter(([known]) => known === word).map(([, thing]) => thing);

const isTint = (word: string | undefined): word is Tint =>
  word !== undefined && Object.hasOwn(TINTS, word);

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
  const coats = new Map<Thing, Tint>();
  words.forEach((word, i) => {
    const groups = [word, words.slice(i, i + 2).join('-'), words.slice(i, i + 3).join('-')];
    const named = groups.flatMap(singulars).flatMap(lookup);
    found.push(...named);
    const coat = words[i - 1];
    const wearers = named.filter((thing) => COATED.includes(thing));
    if (isTint(coat) && wearers.length > 0) {
      tints.pop();
      for (const thing of wearers) coats.set(thing, coat);
    }
    if (isTint(word)) tints.push(word);
  });
  return { things: [...new Set(found)], tints: [...new Set(tints)], coats };
}
