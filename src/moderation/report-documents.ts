import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';
import { memberSchema, wordsSchema } from './case-documents.ts';

/** As many as a server can ask for before pictures are hidden; more would change nothing. */
export const MAX_REPORTS = 25;

const reporterSchema = z.strictObject({
  user: memberSchema,
  /** Why, in their own words. */
  reason: wordsSchema.nullable(),
  /** Whether it counts towards hiding the pictures. */
  counts: z.boolean(),
});

const reportSchema = z.strictObject({
  v: z.literal(1),
  /** The number of its case. */
  case: z.int().min(1),
  /** Where the message is. */
  channel: snowflakeSchema,
  /** Who asked for the pictures; null where nobody knows any more. */
  author: memberSchema.nullable(),
  /** How many there are. */
  pictures: z.int().min(1),
  /** The id of what they were made from; null where that was not kept. */
  record: z.string().min(1).nullable(),
  /** Who reported them, the first one first. */
  by: z.array(reporterSchema).min(1).max(MAX_REPORTS),
  /** That moderators were told that Discord does not let the bot hide them. */
  stuck: z.literal(true).optional(),
});

/** That members reported the pictures of a message. */
export type Report = z.infer<typeof reportSchema>;

/** What hidden pictures need to be shown again. */
const hiddenSchema = z.strictObject({
  v: z.literal(1),
  author: memberSchema.nullable(),
  /** What the message said. */
  content: z.string(),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        type: z.string().min(1),
        /** Its description. */
        alt: z.string().nullable(),
        /** Its bytes, in base64. */
        data: z.base64(),
      }),
    )
    .min(1),
});

/** What hidden pictures need to be shown again. */
export type Hidden = z.infer<typeof hiddenSchema>;

const dueSchema = z.strictObject({
  v: z.literal(1),
  /** After how many reports the bot set out to hide the pictures; null before it does. */
  hiding: z.int().min(1).nullable(),
});

/** That what follows from reports of a message is not all done: hiding it, if there are enough. */
export type Due = z.infer<typeof dueSchema>;

export const REPORT_PREFIX = 'report:';
export const DUE_PREFIX = 'due:';
export const HIDDEN_PREFIX = 'hidden:';

const DAY_MS = 86_400_000;

/** How long reports are gathered and can be decided about, after the last one. */
const REPORT_KEEP_MS = 365 * DAY_MS;

/** How long hidden pictures can be shown again. */
export const HIDDEN_KEEP_DAYS = 30;

export const reportDocument = (guildId: string, messageId: string): Document<Report> => ({
  key: `${REPORT_PREFIX}${guildId}:${messageId}`,
  schema: reportSchema,
  keepMs: REPORT_KEEP_MS,
});

/** What is due from a report that nothing was done about yet. */
export const NEWLY_DUE: Due = { v: 1, hiding: null };

/** One that is damaged still says that something is due. */
export const dueDocument = (guildId: string, messageId: string): Document<Due> => ({
  key: `${DUE_PREFIX}${guildId}:${messageId}`,
  schema: dueSchema,
  keepMs: REPORT_KEEP_MS,
  brokenAs: NEWLY_DUE,
});

export const hiddenDocument = (guildId: string, messageId: string): Document<Hidden> => ({
  key: `${HIDDEN_PREFIX}${guildId}:${messageId}`,
  schema: hiddenSchema,
  keepMs: HIDDEN_KEEP_DAYS * DAY_MS,
});

/** How many reports count towards hiding the pictures. */
export const countedReports = ({ by }: Report): number => by.filter(({ counts }) => counts).length;
