const HIDDEN = '[secret]';

/** A slash as it is, escaped for JSON, or percent-encoded once or more. */
const slash = String.raw`(?:\\*(?:\/|u002f)|%(?:25)*2f)`;
const dot = String.raw`(?:\.|%(?:25)*2e)`;
const quote = String.raw`(?:\\*["']|%(?:25)*22)`;
const blank = String.raw`(?:\s|\+|%(?:25)*20)`;
const segment = String.raw`(?:(?!${slash})[^\s"'\\?#&,<>()[\]{}])+`;

const shapes: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`((?:webhooks|interactions)${slash}\\d+${slash})${segment}`, 'gi'), `$1${HIDDEN}`],
  // Discord's interaction tokens begin with "interaction:" in base 64.
  [/aW50ZXJhY3Rpb246[\w-]+/g, HIDDEN],
  [new RegExp(`(token${quote}\\s*:\\s*${quote})[^"'\\\\]+`, 'gi'), `$1${HIDDEN}`],
  // A bot token: its user id in base 64, a time, a signature.
  [new RegExp(`[\\w-]{23,28}${dot}[\\w-]{6,7}${dot}[\\w-]{27,}`, 'gi'), HIDDEN],
  [
    new RegExp(
      `((?:authorization|authentication|api-?key)${quote}?\\s*[:=,]\\s*${quote}?(?:(?:Bot|Bearer|Basic|Key)${blank}+)?)[^\\s"'\\\\,}]+`,
      'gi',
    ),
    `$1${HIDDEN}`,
  ],
  [new RegExp(`(\\bBearer${blank}+)[^\\s"'\\\\,}]+`, 'gi'), `$1${HIDDEN}`],
  // "Bot" is also a word of plain sentences; no English word has twenty letters without a break.
  [new RegExp(`(\\bBot${blank}+)[^\\s"'\\\\,}]{20,}`, 'g'), `$1${HIDDEN}`],
];

/** How deep a text may lie in JSON within JSON; a line of the log is one level by itself. */
const jsonLevels = [3, 2, 1, 0] as const;

/**
 * One character of a secret, percent-encoded or as JSON writes it at a level. The number of
 * backslashes is exact: one more would tear out what escapes the character after the secret.
 */
function character(text: string, level: number): string {
  const hex = text.charCodeAt(0).toString(16).padStart(2, '0');
  const anyCase = hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const plain = /\w/.test(text) ? text : `\\x${hex}`;
  const escape = `\\\\{${2 ** (level - 1)}}`;
  const written: Record<string, string> = {
    '"': `\\\\{${2 ** level - 1}}"`,
    '\\': `\\\\{${2 ** level}}`,
    '/': level === 0 ? '/' : `(?:${escape})?/`,
  };
  const asUnicode = level === 0 ? '' : `|${escape}u00${anyCase}`;
  return `(?:${written[text] ?? plain}|%(?:25)*${anyCase}${asUnicode})`;
}

function patternOf(secret: string): RegExp {
  const levels = jsonLevels.map((level) =>
    Array.from(secret, (text) => character(text, level)).join(''),
  );
  return new RegExp(levels.join('|'), 'g');
}

/**
 * Makes a function that hides secrets in text, whatever put them there: the given ones in any
 * encoding seen in JSON and URLs, and everything that looks like a Discord token, a webhook's or
 * an interaction's address, or an authorization header.
 *
 * @param secrets visible ASCII; shorter ones than four characters are left out: hiding them would garble the text
 */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf);
  return (text) => {
    const withoutKnown = known.reduce((left, pattern) => left.replace(pattern, HIDDEN), text);
    return shapes.reduce((left, [shape, cover]) => left.replace(shape, cover), withoutKnown);
  };
}
