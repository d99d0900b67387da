import { type Line, type Part, parseMarkup } from './markup.ts';

/** What a text is read with. */
export interface Reader {
  /** The name of a user id. */
  readonly nameOf: (id: string) => string | undefined;
  /** ms since 1970. */
  readonly now: number;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function moment(at: number, style: string, now: number): string {
  if (style === 'D') return date.format(at);
  if (style !== 'R') return dateAndTime.format(at);
  const away = at - now;
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? UNITS[3];
  return relative.format(Math.round(away / length), unit);
}

function word(part: Part, { nameOf, now }: Reader): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'person':
      return `@${nameOf(part.id) ?? 'unknown-user'}`;
    case 'moment':
      return moment(part.at, part.style, now);
  }
}

const row = ({ kind, parts }: Line, reader: Reader): string =>
  (kind === 'quote' ? '> ' : '') + printable(parts.map((part) => word(part, reader)).join(''));

/** In one line, without control characters, which a terminal would obey, and without invisible ones. */
export const printable = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');

/** A message's text as a terminal shows it, line by line. */
export const plainLines = (content: string, reader: Reader): string[] =>
  parseMarkup(content).map((parsed) => row(parsed, reader));
