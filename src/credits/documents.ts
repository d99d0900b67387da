import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';
import type { ShareName } from './limits.ts';

const credits = z.int().min(0);

const idSchema = z.string().regex(/^\d{1,20}$/);

const tally = { used: credits, held: credits };

/** The share of a server's budget at which it is warned, in percent. */
const WARNING_LEVELS = [80, 100] as const;

/** The share of a server's budget at which it is warned, in percent. */
export type WarningLevel = (typeof WARNING_LEVELS)[number];

const serverMonthSchema = z
  .strictObject({
    v: z.literal(2),
    ...tally,
    /** The part of `used` whose members asked to be forgotten. */
    deleted: credits,
    /** The budget of the newest hold and the highest level that it was warned of; null: unlimited. */
    warned: z
      .strictObject({ level: z.literal([0, ...WARNING_LEVELS]), budget: credits })
      .nullable(),
  })
  .refine(({ used, deleted }) => deleted <= used, {
    error: 'deleted members used more than the server',
  });

/** A server's totals for one month, in credits. It does not grow with members or with time. */
export type ServerMonth = z.infer<typeof serverMonthSchema>;

const shareSchema = z.strictObject({ v: z.literal(2), ...tally });

/** What was used of a server's month in one channel, or by the members with one role. */
export type Share = z.infer<typeof shareSchema>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const memberMonthSchema = z
  .strictObject({
    v: z.literal(2),
    ...tally,
    /** Today and yesterday, by day of the month, and days whose holds are still open. */
    days: z.record(z.string().regex(/^\d{2}$/), z.strictObject(tally)),
  })
  .refine(
    ({ used, held, days }) => {
      const parts = Object.values(days);
      return sum(parts.map((day) => day.used)) <= used && sum(parts.map((day) => day.held)) <= held;
    },
    { error: 'the days hold more than the month' },
  );

/** What one member used of a server's month. */
export type MemberMonth = z.infer<typeof memberMonthSchema>;

const holdSchema = z.strictObject({
  v: z.literal(2),
  guild: snowflakeSchema,
  user: snowflakeSchema,
  channel: snowflakeSchema.nullable(),
  /** The member's roles that had a budget then. */
  roles: z.array(snowflakeSchema),
  /** How many pictures were asked for; at most this many can be captured. */
  pictures: z.int().min(1),
  /** Credits a picture, fixed when the hold was made. */
  price: credits,
  /** The server's budget when the hold was made; null is unlimited. */
  budget: credits.nullable(),
  /** The run of the bot that made it: a hold of another run is stale. */
  boot: z.string().min(1),
});

/** Credits set aside for pictures that are being made. */
export type Hold = z.infer<typeof holdSchema>;

const doneSchema = z.strictObject({ v: z.literal(2), captured: credits });

/** What a resolved interaction was charged. */
export type Done = z.infer<typeof doneSchema>;

const floorSchema = z.strictObject({ v: z.literal(2), floor: idSchema });

/** Interactions older than this were forgotten and are refused. */
export type Floor = z.infer<typeof floorSchema>;

const cooldownSchema = z.strictObject({
  v: z.literal(1),
  /** The interaction that took it, and gives it back when it comes to nothing. */
  by: snowflakeSchema,
});

/** A member's running cooldown in one server; its start is its interaction's time. */
export type Cooldown = z.infer<typeof cooldownSchema>;

const warningSchema = z.strictObject({ v: z.literal(1), used: credits, budget: credits });

/** A warning that a server has not been told yet. */
export type Warning = z.infer<typeof warningSchema>;

/** A day on top of the longest cooldown, so that a host clock that is hours off forgives none. */
const COOLDOWN_KEPT_MS = 2 * 86_400_000;

/** The prefix of every server's, channel's, role's and member's month. */
export const CREDITS_PREFIX = 'credits:';

/** The prefix of every open hold. */
export const HOLD_PREFIX = 'hold:';

/** The prefix of every resolved interaction. */
export const DONE_PREFIX = 'done:';

/** The prefix of every warning that waits to be told. */
export const WARNING_PREFIX = 'warning:';

const serverMonthKey = (guildId: string, month: string) => `${CREDITS_PREFIX}${guildId}:${month}`;

export const serverMonthDocument = (guildId: string, month: string): Document<ServerMonth> => ({
  key: serverMonthKey(guildId, month),
  schema: serverMonthSchema,
});

export const memberMonthDocument = (
  guildId: string,
  month: string,
  userId: string,
): Document<MemberMonth> => ({
  key: `${serverMonthKey(guildId, month)}:u:${userId}`,
  schema: memberMonthSchema,
});

/** A channel's or a role's part of a server's month. */
export const shareDocument = (
  guildId: string,
  month: string,
  { of, id }: ShareName,
): Document<Share> => ({
  key: `${serverMonthKey(guildId, month)}:${of === 'channel' ? 'c' : 'r'}:${id}`,
  schema: shareSchema,
});

export const holdDocument = (interactionId: string): Document<Hold> => ({
  key: `${HOLD_PREFIX}${interactionId}`,
  schema: holdSchema,
});

/** The key of a resolved interaction: in the order of time, as ids of one length are. */
export const doneKey = (interactionId: string): string =>
  `${DONE_PREFIX}${interactionId.padStart(20, '0')}`;

export const doneDocument = (interactionId: string): Document<Done> => ({
  key: doneKey(interactionId),
  schema: doneSchema,
});

export const floorDocument: Document<Floor> = { key: 'done-floor', schema: floorSchema };

export const cooldownDocument = (guildId: string, userId: string): Document<Cooldown> => ({
  key: `cooldown:${guildId}:${userId}`,
  schema: cooldownSchema,
  keepMs: COOLDOWN_KEPT_MS,
});

export const warningDocument = (
  guildId: string,
  month: string,
  level: WarningLevel,
): Document<Warning> => ({
  key: `${WARNING_PREFIX}${guildId}:${month}:${level}`,
  schema: warningSchema,
});
