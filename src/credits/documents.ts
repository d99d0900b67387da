import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';

const credits = z.int().min(0);

const holdSchema = z.strictObject({
  user: snowflakeSchema,
  /** How many pictures were asked for; at most this many can be captured. */
  pictures: z.int().min(1),
  /** Credits a picture, fixed when the hold was made. */
  price: credits,
  /** The run of the bot that made it: a hold of another run is stale. */
  boot: z.string().min(1),
});

/** Credits set aside for pictures that are being made. */
export type Hold = z.infer<typeof holdSchema>;

const serverMonthSchema = z
  .strictObject({
    v: z.literal(1),
    used: credits,
    holds: z.record(snowflakeSchema, holdSchema),
    /** Credits captured by each recently resolved interaction. */
    done: z.record(snowflakeSchema, credits),
    /** Interactions older than this were forgotten and are refused. */
    floor: z.string().regex(/^\d{1,20}$/),
  })
  .refine(({ holds, done }) => Object.keys(holds).every((id) => !(id in done)), {
    error: 'an interaction is both held and resolved',
  });

/** A server's books for one month. */
export type ServerMonth = z.infer<typeof serverMonthSchema>;

const memberMonthSchema = z.strictObject({ v: z.literal(1), used: credits });

/** What one member used of a server's month. */
export type MemberMonth = z.infer<typeof memberMonthSchema>;

const cooldownSchema = z.strictObject({
  v: z.literal(1),
  /** The interaction that took it, and gives it back when it comes to nothing. */
  by: snowflakeSchema,
});

/** A member's running cooldown in one server; its start is its interaction's time. */
export type Cooldown = z.infer<typeof cooldownSchema>;

/** The prefix of every document of the ledger. */
export const CREDITS_PREFIX = 'credits:';

const MEMBER_MARK = ':u:';

/** A day on top of the longest cooldown, so that a host clock that is hours off forgives none. */
const COOLDOWN_KEPT_MS = 2 * 86_400_000;

export const serverMonthDocument = (guildId: string, month: string): Document<ServerMonth> => ({
  key: `${CREDITS_PREFIX}${guildId}:${month}`,
  schema: serverMonthSchema,
});

export const memberMonthDocument = (
  guildId: string,
  month: string,
  userId: string,
): Document<MemberMonth> => ({
  key: `${CREDITS_PREFIX}${guildId}:${month}${MEMBER_MARK}${userId}`,
  schema: memberMonthSchema,
});

export const cooldownDocument = (guildId: string, userId: string): Document<Cooldown> => ({
  key: `cooldown:${guildId}:${userId}`,
  schema: cooldownSchema,
  keepMs: COOLDOWN_KEPT_MS,
});

/** The server and month of a server's key; undefined for a member's. */
export function parseServerMonthKey(key: string): { guildId: string; month: string } | undefined {
  const match = /^credits:(\d+):(\d{4}-\d{2})$/.exec(key);
  return match?.[1] && match[2] ? { guildId: match[1], month: match[2] } : undefined;
}
