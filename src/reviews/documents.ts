import { z } from 'zod';
import { aspectRatios, stylePresets } from '../image-api/contract.ts';
import { actorSchema, wordsSchema } from '../moderation/case-documents.ts';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';
import { missingSchema } from './missing.ts';

export const REVIEW_PREFIX = 'review:';

/** How long it is remembered which case a review was, once it is over. */
const REMEMBER_MS = 30 * 86_400_000;

const requestSchema = z.strictObject({
  prompt: z.string().min(1),
  negativePrompt: z.string().nullable(),
  stylePreset: z.enum(stylePresets).nullable(),
  aspectRatio: z.enum(aspectRatios),
  /** The member's own; null asked for random ones. */
  seed: z.int().positive().nullable(),
  count: z.int().positive(),
});

const format = z.enum(['png', 'jpeg', 'webp']);

const seedSchema = z.int().nonnegative();

/** A picture without its bytes: those are in the review channel. */
const pictureSchema = z.strictObject({
  seed: seedSchema,
  format,
  width: z.int().positive(),
  height: z.int().positive(),
  sampleEngine: z.boolean(),
  convertedFrom: format.nullable(),
});

/** Why pictures will not be shown. */
const ENDINGS = [
  'rejected',
  'withdrawn',
  'lapsed',
  'review-gone',
  'review-closed',
  'channel-gone',
] as const;

const stateSchema = z.discriminatedUnion('kind', [
  /** On the way to the review channel. */
  z.strictObject({ kind: z.literal('sending') }),
  z.strictObject({ kind: z.literal('waiting') }),
  /** On the way to everybody. */
  z.strictObject({
    kind: z.literal('approved'),
    by: actorSchema,
    click: snowflakeSchema,
    /** Where to look for what may be shown already: after this message, with this record. */
    shown: z
      .strictObject({
        after: snowflakeSchema,
        record: z.string().min(1),
        /** What was found to be shown before. */
        before: z
          .array(z.strictObject({ message: snowflakeSchema, seeds: z.array(seedSchema) }))
          .default([]),
      })
      .nullable(),
    /** How many Discord took, and the first message that shows some: no more are posted. */
    taken: z
      .strictObject({ pictures: z.int().positive(), message: snowflakeSchema })
      .nullable()
      .default(null),
    /** It was told that the bot may not look into the review channel. */
    isDelayed: z.boolean().default(false),
  }),
  /** They will not be shown; what follows from that is not all done. */
  z.strictObject({
    kind: z.literal('ended'),
    why: z.enum(ENDINGS),
    by: actorSchema,
    /** The click that decided it, or an id of that time. */
    click: snowflakeSchema,
    reason: wordsSchema.nullable(),
    /** Their member is still to be blocked: for so many milliseconds, null for ever. */
    block: z.strictObject({ lastsMs: z.int().positive().nullable() }).nullable(),
  }),
]);

const openSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('open'),
  /** The run of the bot that sent it. */
  boot: z.string().min(1),
  guild: snowflakeSchema,
  /** Where the pictures were asked for. */
  channel: snowflakeSchema,
  user: snowflakeSchema,
  applicationId: snowflakeSchema,
  /** Of the interaction; a secret for 15 minutes. */
  token: z.string().min(1),
  /** The member's own message; null where Discord did not say which it is. */
  answer: snowflakeSchema.nullable(),
  request: requestSchema,
  /** Those that moderators see; before it waits, those that they are to see. */
  pictures: z.array(pictureSchema).min(1),
  /** Those that were asked for beside them. */
  missing: z.array(missingSchema).default([]),
  /** The rule that asked for it; null where every picture waits. */
  rule: z
    .strictObject({ text: z.string().min(1).max(200), origin: z.enum(['operator', 'server']) })
    .nullable(),
  /** How many days the server keeps prompts. */
  keepDays: z.int().nonnegative(),
  /** Bytes that a file may have where they were asked for; absent where the files tell the prompt. */
  fileLimit: z.int().positive().optional(),
  /** The review channel; the newest message before; and the messages there, once they are known. */
  room: z.strictObject({
    channel: snowflakeSchema,
    after: snowflakeSchema,
    messages: z.array(snowflakeSchema),
  }),
  /** Null until it waits. */
  case: z.int().min(1).nullable(),
  state: stateSchema,
});

const overSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('over'),
  guild: snowflakeSchema,
  case: z.int().min(1),
});

const reviewSchema = z.discriminatedUnion('kind', [openSchema, overSchema]);

/** Pictures that wait for a moderator, and their credits with them; or which case that was. */
export type ReviewRow = z.infer<typeof reviewSchema>;

/** Pictures that wait for a moderator, or that something is still to be done about. */
export type OpenReview = z.infer<typeof openSchema>;

/** A review whose pictures are on the way to everybody. */
export type ApprovedState = Extract<OpenReview['state'], { kind: 'approved' }>;

/** Why pictures will not be shown. */
export type ReviewEnding = (typeof ENDINGS)[number];

/** A review of which a moderator or the member decided that it ends without being shown. */
export type EndedState = Extract<OpenReview['state'], { kind: 'ended' }>;

export const reviewDocument = (interactionId: string): Document<ReviewRow> => ({
  key: `${REVIEW_PREFIX}${interactionId}`,
  schema: reviewSchema,
});

/** To write that a review is over: it is forgotten after a while. */
export const overDocument = (interactionId: string): Document<ReviewRow> => ({
  ...reviewDocument(interactionId),
  keepMs: REMEMBER_MS,
});
