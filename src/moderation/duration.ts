const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** By its first letter. */
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
};

/** `7d`, `7 days`; spaces are gone by then. */
const COUNTED = /^(?<count>\d+)(?<unit>m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/;

/** The shortest and the longest time that a block can be set for, in milliseconds. */
export const DURATION = { min: MINUTE_MS, max: 365 * DAY_MS } as const;

/** How long something lasts, as a person says it, or why that cannot be. */
export type ParsedDuration =
  /** In milliseconds; null is for ever. */
  | { readonly kind: 'duration'; readonly ms: number | null }
  | { readonly kind: 'refused'; readonly why: 'not-understood' | 'too-short' | 'too-long' };

const refused = (why: Extract<ParsedDuration, { kind: 'refused' }>['why']): ParsedDuration => ({
  kind: 'refused',
  why,
});

/** Reads `30m`, `2 hours`, `7d`, `1 week` or `forever`; capitals and spaces do not matter. */
export function parseDuration(text: string): ParsedDuration {
  const said = text.replace(/\s+/gu, '').toLowerCase();
  if (said === 'forever') return { kind: 'duration', ms: null };
  const { count, unit = '' } = COUNTED.exec(said)?.groups ?? {};
  if (count === undefined) return refused('not-understood');
  const ms = Number(count) * (UNITS[unit.charAt(0)] ?? 0);
  if (ms < DURATION.min) return refused('too-short');
  return ms > DURATION.max ? refused('too-long') : { kind: 'duration', ms };
}
