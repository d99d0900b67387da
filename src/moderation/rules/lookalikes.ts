/**
 * Letters of other alphabets, and drawn ones, that look like a Latin letter. What Unicode itself knows as
 * another form of a letter (fullwidth, circled, mathematical, accented) is not in here: NFKD folds it.
 * A capital and its small letter stand for the same here; what else it looks like is a reading of it.
 */
const LIKE: Readonly<Record<string, string>> = {
  a: 'аӑӓαɑɒɐᴀ⍺ꭺᎪᗅ🅰🅐ƛ∆△ᗩꓮ₳',
  b: 'вьъɓʙβᏏᏴƀƄ฿🅱🅑ხҍᗷꓐ₿',
  c: 'сϲɔᴄⅽᏟᑕ¢ƈ🅲🅒ҫ⊂ꓚ₵',
  d: 'ԁɗᴅđðⅾᎠᗞ🅳🅓ժძ∂δԃɖᗪꓓ',
  e: 'еєəǝɛεᴇℯ℮ᎬⲈ∃ҽ€🅴🅔ɘәξᕮꓰɇ',
  f: 'ғϝƒꜰᖴ🅵🅕ſꓝ₣',
  g: 'ɡɢցǥᏀƃ🅶🅖ԍꓖ₲',
  h: 'һнհʜɦħᎻᕼ🅷🅗ԋћђꓧⱨ',
  i: 'іїıιɩɪίᎥ¡ⅰ🅸🅘Ӏӏ∣ɨꓲ',
  j: 'јϳᴊɉᎫᒍ🅹🅙ʝꓙ',
  k: 'кκᴋҡқƙᏦ🅺🅚ĸꓗ₭',
  l: 'ʟłⅼᏞᒪ£🅻🅛ℓɭ׀ꓡⱡ',
  m: 'мᴍⅿᎷᗰ🅼🅜ɱꓟ',
  n: 'пηɴիոᑎ🅽🅝ɲŋиꓠ₦ռղᴎɳ',
  o: 'оοσςᴏøօסᎾ⊙○●◯⚪⭕🅾🅞ө๐०০੦ꓳᗝ',
  p: 'рρᴘþᏢᑭ🅿🅟ƥꓑ₱',
  q: 'ԛգզ🆀🅠ɋᑫ',
  r: 'гɾʀяɹᏒᖇ🆁🅡ɼꓣɽʁ',
  s: 'ѕꜱʂᏚ🆂🅢ƨꓢᔕ₴',
  t: 'тτᴛŧᎢ🆃🅣ƭ✝ʇꓔ₮',
  u: 'υᴜսᑌ🆄🅤ʊцմ∪ꓴʉʋμꭎ',
  v: 'νѵᴠⅴᏙ🆅🅥ʌ∨√ꓦᐯ',
  w: 'шщωᴡԝᏔѡ🆆🅦ɯꓪᗯ₩',
  x: 'хχ×ⅹ᙭🆇🅧жꓫӿ',
  y: 'уүγʏỿᎩ¥🆈🅨ყλꓬɏ',
  z: 'ᴢʐᏃ🆉🅩ʑƶꓜᘔⱬ',
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
