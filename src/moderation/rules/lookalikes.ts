/**
 * Letters of other alphabets, and drawn ones, that look like a Latin letter. What Unicode itself knows as
 * another form of a letter (fullwidth, circled, mathematical, accented) is not in here: NFKD folds it.
 * A capital and its small letter stand for the same here; what else it looks like is a reading of it.
 */
const LIKE: Readonly<Record<string, string>> = {
  a: 'аӑӓαɑɒɐᴀ⍺ꭺᎪᗅ🅰🅐ƛ∆△ᗩꓮ₳ⱥⲁᶏᶐ',
  b: 'вьъɓʙβᏏᏴƀƄ฿🅱🅑ხҍᗷꓐ₿ᶀⲃ',
  c: 'сϲɔᴄⅽᏟᑕ¢ƈ🅲🅒ҫ⊂ꓚ₵ȼⲥ',
  d: 'ԁɗᴅđðⅾᎠᗞ🅳🅓ժძ∂δԃɖᗪꓓ₫ᶁᶑ',
  e: 'еєəǝɛεᴇℯ℮ᎬⲈ∃ҽ€🅴🅔ɘәξᕮꓰɇᶒᶓᶔ',
  f: 'ғϝƒꜰᖴ🅵🅕ſꓝ₣ᶂ',
  g: 'ɠɡɢցǥᏀƃ🅶🅖ԍꓖ₲ᶃ',
  h: 'һнհʜɦħᎻᕼ🅷🅗ԋћђꓧⱨⲏ',
  i: 'іїıιɩɪίᎥ¡ⅰ🅸🅘Ӏӏ∣ɨꓲᴉᶖⲓ',
  j: 'јϳᴊɉᎫᒍ🅹🅙ʝꓙ',
  k: 'ʞкκᴋҡқƙᏦ🅺🅚ĸꓗ₭ꝁᶄⲕ',
  l: 'ʟłⅼᏞᒪ£🅻🅛ℓɭ׀ꓡⱡ₤ᶅ',
  m: 'мᴍⅿᎷᗰ🅼🅜ɱꓟᶆⲙ₥',
  n: 'пηɴիոᑎ🅽🅝ɲŋиꓠ₦ռղᴎɳꞥᶇⲛ',
  o: 'оοσςᴏøօסᎾ⊙○●◯⚪⭕🅾🅞ө๐०০੦ꓳᗝⲟ◎⓿⓪ⵔߋ𐐬',
  p: 'рρᴘþᏢᑭ🅿🅟ƥꓑ₱ᵽᶈⲣ',
  q: 'ԛգզ🆀🅠ɋᑫ',
  r: 'гɾʀяɹᏒᖇ🆁🅡ɼꓣɽʁɍᶉ',
  s: 'ѕꜱʂᏚ🆂🅢ƨꓢᔕ₴ꞩᶊ',
  t: 'тτᴛŧᎢ🆃🅣ƭ✝ʇꓔ₮ʈⲧ',
  u: 'υᴜսᑌ🆄🅤ʊцմ∪ꓴʉʋμꭎᶙ',
  v: 'νѵᴠⅴᏙ🆅🅥ʌ∨√ꓦᐯᶌ',
  w: 'шщωᴡԝᏔѡ🆆🅦ɯꓪᗯ₩Ꮃ',
  x: 'хχ×ⅹ᙭🆇🅧жꓫӿᶍⲭ',
  y: 'уүγʏỿᎩ¥🆈🅨ყλꓬɏⲩ',
  z: 'ᴢʐᏃ🆉🅩ʑƶꓜᘔⱬᶎ',
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
