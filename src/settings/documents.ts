import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import { policySchema } from './policy.ts';
import type { Document } from '../storage/store.ts';

/** The largest limit that can be set, in credits. */
export const MAX_CREDITS = 1_000_000_000;

/** How many channels, and how many roles, may have a limit: what one message can list. */
export const MAX_NAMED_LIMITS = 25;

const limit = z.int().min(1).max(MAX_CREDITS);

const named = z.record(snowflakeSchema, limit);

const budgetSchema = z.strictObject({
  v: z.literal(1),
  /** Credits a month; null is unlimited. */
  monthly: z.int().min(0).max(MAX_CREDITS).nullable(),
});

/** A server's budget, as the bot's owner set it. */
export type Budget = z.infer<typeof budgetSchema>;

const settingsSchema = z.strictObject({
  v: z.literal(1),
  /** Limits in credits; one that is absent does not limit. */
  limits: z.strictObject({
    server: limit.optional(),
    memberMonth: limit.optional(),
    memberDay: limit.optional(),
    channels: named,
    roles: named,
  }),
  /** Where the server wants to be told of its credits and its cases; absent: nowhere. */
  logChannel: snowflakeSchema.optional(),
  ...policySchema.shape,
});

/** What a server's managers set. */
export type ServerSettings = z.infer<typeof settingsSchema>;

/** The settings of a server whose managers set nothing. */
export const NEW_SETTINGS: ServerSettings = { v: 1, limits: { channels: {}, roles: {} } };

export const budgetDocument = (guildId: string): Document<Budget> => ({
  key: `budget:${guildId}`,
  schema: budgetSchema,
});

export const settingsDocument = (guildId: string): Document<ServerSettings> => ({
  key: `settings:${guildId}`,
  schema: settingsSchema,
});
