import { snowflakeTime } from '../snowflake.ts';

/**
 * The UTC month an interaction belongs to, as `YYYY-MM`. It is read from the interaction's id, which
 * is Discord's clock, so that the host's clock cannot move a charge.
 */
export const monthOf = (interactionId: string): string =>
  new Date(snowflakeTime(interactionId)).toISOString().slice(0, 7);

/** The day of that month, as `DD`. */
export const dayOf = (interactionId: string): string =>
  new Date(snowflakeTime(interactionId)).toISOString().slice(8, 10);

/** The first millisecond after an interaction's month, since 1970. */
export function monthEnd(interactionId: string): number {
  const date = new Date(snowflakeTime(interactionId));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** The first millisecond after an interaction's UTC day, since 1970. */
export function dayEnd(interactionId: string): number {
  const date = new Date(snowflakeTime(interactionId));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1);
}
