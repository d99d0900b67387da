const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

type Options = Intl.DateTimeFormatOptions;

/** What each style letter of `<t:…>` shows (Discord's docs, "Timestamp Styles"). */
const STYLES: Readonly<Record<string, Options>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `in 5 minutes`, `2 days ago`; both moments in ms since 1970. */
function relativeTime(at: number, now: number, locale: string): string {
  const away = at - now;
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? ['second', 1_000];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return format.format(Math.round(away / length), unit);
}

/** A moment in one of Discord's styles, in the words of a locale. */
export const styledTime = (at: number, style: string, now: number, locale: string): string =>
  style === 'R'
    ? relativeTime(at, now, locale)
    : new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES['f']).format(at);

/** The whole moment, for a hint. */
export const fullTime = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(at);

/** The moment beside an author's name: the clock alone for today. */
export function messageTime(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const options: Options = today
    ? { timeStyle: 'short' }
    : { dateStyle: 'short', timeStyle: 'short' };
  return new Intl.DateTimeFormat(locale, options).format(at);
}
