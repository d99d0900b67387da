/**
 * Letters of other alphabets, and drawn ones, that look like a Latin letter. What Unicode itself knows as
 * another form of a letter (fullwidth, circled, mathematical, accented) is not in here: NFKD folds it.
 */
const LIKE: Readonly<Record<string, string>> = {
  a: 'аӑӓαɑɒɐᴀ⍺∂ꭺᎪᗅ🅰🅐ƛ∆Δ△',
  b: 'вьъɓʙβᏏᏴƀƄ฿🅱🅑ხҍ',
  c: 'сϲɔᴄⅽᏟᑕ¢ƈ🅲🅒ҫς⊂',
  d: 'ԁɗᴅđðⅾᎠᗞ🅳🅓ժძ',
  e: 'еєəǝɛεᴇℯ℮ᎬⲈ∃ҽ€🅴🅔ɘәξ',
  f: 'ғϝƒꜰᖴ🅵🅕ſ',
  g: 'ɡɢցǥᏀƃ🅶🅖ԍ',
  h: 'һнհʜɦħᎻᕼ🅷🅗ԋћђ',
  i: 'іїıιɩɪίᎥ¡ⅰ🅸🅘Ӏӏ∣ɨ',
  j: 'јϳᴊɉᎫᒍ🅹🅙ʝ',
  k: 'кκᴋҡқƙᏦ🅺🅚ĸ',
  l: 'ʟłⅼᏞᒪ£🅻🅛ℓɭ׀',
  m: 'мᴍⅿᎷᗰ🅼🅜ɱ',
  n: 'пηɴիոᑎ🅽🅝ɲŋи',
  o: 'оοσᴏøօסᎾ⊙○●◯⚪⭕🅾🅞ө๐०০੦',
  p: 'рρᴘþᏢᑭ🅿🅟ƥ',
  q: 'ԛգզ🆀🅠ɋ',
  r: 'гɾʀяɹᏒᖇ🆁🅡ɼ',
  s: 'ѕꜱʂᏚ🆂🅢ƨ',
  t: 'тτᴛŧᎢ🆃🅣ƭ✝ʇ',
  u: 'υᴜսᑌ🆄🅤ʊцմ∪',
  v: 'νѵᴠⅴᏙ🆅🅥ʌ∨√',
  w: 'шщωᴡԝᏔѡ🆆🅦ɯ',
  x: 'хχ×ⅹ᙭🆇🅧ж',
  y: 'уүγʏỿᎩ¥🆈🅨ყλ',
  z: 'ᴢʐᏃ🆉🅩ʑƶ',
};

/** Signs that stand for more than one letter. */
const SEVERAL: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['🆎', 'ab'],
  ['🆑', 'cl'],
  ['🆖', 'ng'],
  ['🆗', 'ok'],
  ['🆘', 'sos'],
];

/** Letters of the flags that emoji make of two of them. */
const FLAG_LETTERS = Array.from(
  { length: 26 },
  (_, index) => [String.fromCodePoint(0x1f1e6 + index), String.fromCharCode(97 + index)] as const,
);

/** The Latin letters that a sign looks like. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LIKE).flatMap(([letter, signs]) =>
    Array.from(signs, (sign) => [sign, letter] as const),
  ),
  ...SEVERAL,
  ...FLAG_LETTERS,
]);
