const ZERO_WIDTH_SPACE = String.fromCodePoint(0x200b);

/**
 * Text from outside, shown exactly as it is: no markdown, no link, no emoji code, and no mention of
 * anybody, in a message of Discord. Slashes are escaped because an invite works without `https:`.
 */
export const disarm = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\*_~`|<>[\]()#:/]/g, String.raw`\$&`)
    .replace(/^(\d+)\./, String.raw`$1\.`)
    .replace(/^[-+]/, String.raw`\$&`)
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`);

/** A disarmed text as it was, on one line. */
export const rearm = (text: string): string =>
  text.replaceAll(`@${ZERO_WIDTH_SPACE}`, '@').replace(/\\(.)/gu, '$1');

/** At most `length` UTF-16 units, cut between characters, with a mark where something is missing. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A disarmed text of at most `length` UTF-16 units, escapes included. */
export function disarmWithin(text: string, length: number): string {
  let room = length;
  let shown = disarm(shorten(text, room));
  while (shown.length > length) {
    room -= Math.max(1, Math.ceil((shown.length - length) / 2));
    shown = disarm(shorten(text, room));
  }
  return shown;
}

/**
 * A Discord timestamp of a moment (milliseconds since 1970): `R` as in "in 5 seconds", `D` a date, `f` a
 * date with the time.
 */
export const timestamp = (ms: number, style: 'R' | 'D' | 'f'): string =>
  `<t:${Math.ceil(ms / 1000)}:${style}>`;

/** `1 picture`, `2 pictures`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
