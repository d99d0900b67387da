import { z } from 'zod';

/** First millisecond of Discord's snowflakes (Discord's docs). */
const EPOCH_MS = 1_420_070_400_000n;

/** A Discord id: 17 to 20 decimal digits. */
export const snowflakeSchema = z.string().regex(/^\d{17,20}$/);

/** When Discord made an id, in milliseconds since 1970, by Discord's clock. */
export const snowflakeTime = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH_MS);

/** The smallest id that Discord could have made at a time. */
export const snowflakeAt = (ms: number): string =>
  String((BigInt(Math.max(0, Math.trunc(ms))) - EPOCH_MS) << 22n);

/** Which of two ids is older: negative when the first is. */
export function compareSnowflakes(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
