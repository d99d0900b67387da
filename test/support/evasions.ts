/** Words that servers forbid, and that people try to write all the same. */
export const FORBIDDEN = [
  'gore',
  'nude',
  'naked',
  'blood',
  'corpse',
  'hentai',
  'porn',
  'fetish',
  'suicide',
  'swastika',
  'penis',
  'vagina',
  'boobs',
  'fuck',
  'cunt',
  'rape',
  'bitch',
  'erotic',
  'topless',
  'murder',
] as const;

type Technique = (word: string) => string;

const mapped =
  (map: Readonly<Record<string, string>>): Technique =>
  (word) =>
    Array.from(word, (letter) => map[letter] ?? letter).join('');

/** Letters from a place in Unicode on, in the order of the alphabet. */
const shifted =
  (first: number, joint = ''): Technique =>
  (word) =>
    Array.from(word, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97)).join(
      joint,
    );

const between =
  (joint: string): Technique =>
  (word) =>
    Array.from(word).join(joint);

/** How words are hidden, each by its name. */
export const TECHNIQUES = {
  capitals: (word) => word.toUpperCase(),
  mixedCase: (word) => Array.from(word, (c, at) => (at % 2 ? c.toUpperCase() : c)).join(''),
  accents: mapped({ a: 'á', e: 'è', i: 'ï', o: 'ö', u: 'ů', n: 'ñ', c: 'ç', s: 'š' }),
  zalgo: (word) => Array.from(word, (c) => `${c}\u0336\u0301\u0489`).join(''),
  cyrillic: mapped({
    a: 'а',
    e: 'е',
    o: 'о',
    p: 'р',
    c: 'с',
    x: 'х',
    i: 'і',
    s: 'ѕ',
    b: 'Ь',
    n: 'п',
    u: 'υ',
  }),
  greek: mapped({ a: 'α', e: 'ε', i: 'ι', o: 'ο', u: 'υ', n: 'η', p: 'ρ', t: 'τ', k: 'κ', b: 'β' }),
  fullwidth: shifted(0xff41),
  mathematical: shifted(0x1d4ea),
  circled: shifted(0x24d0),
  smallCapitals: mapped({
    a: 'ᴀ',
    b: 'ʙ',
    c: 'ᴄ',
    d: 'ᴅ',
    e: 'ᴇ',
    g: 'ɢ',
    h: 'ʜ',
    i: 'ɪ',
    k: 'ᴋ',
    m: 'ᴍ',
    n: 'ɴ',
    o: 'ᴏ',
    p: 'ᴘ',
    r: 'ʀ',
    s: 'ꜱ',
    t: 'ᴛ',
    u: 'ᴜ',
  }),
  flags: shifted(0x1f1e6, ' '),
  squaredEmoji: shifted(0x1f170),
  zeroWidth: between('\u200b'),
  directionMarks: between('\u200e\u2060'),
  softHyphens: between('\u00ad'),
  spaced: between(' '),
  dotted: between('.'),
  dashed: between('-_'),
  emojiBetween: between('🔥'),
  drawnOut: (word) => word.replace(/[a-z](?=[a-z]{0,2}$)/g, (c) => c.repeat(4)),
  doubled: (word) => Array.from(word, (c) => c + c).join(''),
  digits: mapped({ a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', b: '8', g: '9' }),
  signs: mapped({
    a: '@',
    i: '!',
    s: '$',
    o: '()',
    c: '(',
    n: '|\\|',
    h: '|-|',
    t: '+',
    u: '|_|',
    k: '|<',
    f: 'ph',
    v: '\\/',
    m: '|\\/|',
  }),
  greekCapitals: mapped({
    a: 'Α',
    b: 'Β',
    e: 'Ε',
    h: 'Η',
    i: 'Ι',
    k: 'Κ',
    m: 'Μ',
    n: 'Ν',
    o: 'Ο',
    p: 'Ρ',
    t: 'Τ',
  }),
  fauxCyrillic: mapped({ a: 'Д', d: 'Д', e: 'Э', n: 'И', r: 'Я', u: 'Ц', b: 'Ь', o: 'Ө', h: 'Н' }),
  coptic: mapped({
    o: 'ⲟ',
    e: 'ⲉ',
    a: 'ⲁ',
    p: 'ⲣ',
    c: 'ⲥ',
    k: 'ⲕ',
    i: 'ⲓ',
    t: 'ⲧ',
    m: 'ⲙ',
    n: 'ⲛ',
    u: 'ᶙ',
  }),
  hooked: mapped({
    d: 'ᶁ',
    g: 'ᶃ',
    k: 'ᶄ',
    m: 'ᶆ',
    n: 'ᶇ',
    p: 'ᶈ',
    r: 'ᶉ',
    s: 'ᶊ',
    b: 'ᶀ',
    a: 'ᶏ',
    e: 'ᶒ',
    i: 'ᶖ',
    u: 'ᶙ',
    c: 'ȼ',
  }),
  marksOfOtherScripts: (word) => Array.from(word, (c) => `${c}\u0e34\u0941\u3099\u0640`).join(''),
  starred: (word) =>
    Array.from(word, (letter, at) => (at > 0 && /[aeiou]/.test(letter) ? '*' : letter)).join(''),
  torn: (word) => `${word.slice(0, 2)} ${word.slice(2)}`,
} as const satisfies Readonly<Record<string, Technique>>;

/** What the word stands in, so that it is not the whole text. */
export const SENTENCES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `a painting of ${word} in a dark forest`,
  (word) => `${word}, highly detailed, 8k`,
  (word) => `portrait of a knight (${word}:1.3), oil on canvas`,
];
