/** Wait where the service asks for patience without saying how much: its engine's limit is per 10 s. */
const DEFAULT_MS = 10_000;

/** Longest wait that is granted, in ms. */
const MAX_MS = 30_000;

/**
 * Milliseconds to wait from a `Retry-After` header, seconds or a date (RFC 9110, 10.2.3): 0 to 30,000,
 * and 10,000 where the header is missing or nonsense.
 * @param wallClock milliseconds since 1970, for the date form
 */
export function retryAfterMs(header: string | string[] | undefined, wallClock: number): number {
  const value = (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - wallClock;
  return Number.isNaN(ms) ? DEFAULT_MS : Math.min(Math.max(ms, 0), MAX_MS);
}
