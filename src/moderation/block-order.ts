import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import { type ParsedDuration, parseDuration } from './duration.ts';
import { REASON_LENGTH } from './facts.ts';

const wordSchema = z.object({
  member: snowflakeSchema,
  reason: z.string().trim().max(REASON_LENGTH).optional(),
});

const orderSchema = wordSchema.extend({ duration: z.string().max(100) });

/** Somebody's order to block a member, or what is wrong with it. */
export type ReadBlock =
  | {
      readonly kind: 'order';
      readonly userId: string;
      readonly reason: string | null;
      /** In milliseconds; null is for ever. */
      readonly lastsMs: number | null;
    }
  | { readonly kind: 'self' | 'bot' | 'unreadable' }
  | Extract<ParsedDuration, { kind: 'refused' }>;

/** Reads what a moderator typed to block a member: nobody blocks themself or the bot. */
export function readBlock(
  options: Readonly<Record<string, unknown>>,
  { userId, botId }: { readonly userId: string; readonly botId: string },
): ReadBlock {
  const { data } = orderSchema.safeParse(options);
  if (data === undefined) return { kind: 'unreadable' };
  const { member, reason } = data;
  if (member === userId) return { kind: 'self' };
  if (member === botId) return { kind: 'bot' };
  const lasts = parseDuration(data.duration);
  if (lasts.kind === 'refused') return lasts;
  return { kind: 'order', userId: member, reason: reason || null, lastsMs: lasts.ms };
}

/** Reads what a moderator typed to lift a block; undefined for what cannot be. */
export function readUnblock(
  options: Readonly<Record<string, unknown>>,
): { readonly userId: string; readonly reason: string | null } | undefined {
  const { data } = wordSchema.safeParse(options);
  return data && { userId: data.member, reason: data.reason || null };
}
