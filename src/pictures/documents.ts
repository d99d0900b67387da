import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';

export const PICTURE_PREFIX = 'picture:';

/** Before the keys by which a member's pictures are listed. */
export const SHOWN_PREFIX = 'shown:';

/** How long the buttons under a picture work. */
const KEEP_MS = 60 * 24 * 3_600_000;

/** Keys are in the order of the ids in them: a Discord id has 20 digits at most. */
const ID_DIGITS = 20;

const recordSchema = z.strictObject({
  v: z.literal(1),
  guild: snowflakeSchema,
  /** Where its message is; null where that was not known. */
  channel: snowflakeSchema.nullable(),
  /** Its message; null until Discord said which it is. */
  message: snowflakeSchema.nullable(),
  /** Who asked for it. */
  user: snowflakeSchema,
  request: z.strictObject({
    prompt: z.string().min(1),
    negativePrompt: z.string().nullable(),
    /** Styles and shapes are checked when they are used: the service may stop offering one. */
    stylePreset: z.string().nullable(),
    aspectRatio: z.string(),
    /** The member's own; null asked for random ones. */
    seed: z.int().positive().nullable(),
    count: z.int().positive(),
  }),
  /** Of each picture in the message, in their order. */
  seeds: z.array(z.int().nonnegative()).min(1),
});

const shownSchema = z.strictObject({
  v: z.literal(1),
  /** The id of the record. */
  record: z.string().min(1),
});

/** What a message with pictures was made from. */
export type PictureRecord = z.infer<typeof recordSchema>;

/** That a member's pictures are shown. */
export type ShownRow = z.infer<typeof shownSchema>;

/** A member of a server. */
export type Member = Pick<PictureRecord, 'guild' | 'user'>;

/** The document of one message's pictures. */
export const pictureDocument = (id: string): Document<PictureRecord> => ({
  key: `${PICTURE_PREFIX}${id}`,
  schema: recordSchema,
  keepMs: KEEP_MS,
});

/** What the keys of a member's shown pictures begin with; the message's id follows. */
export const shownPrefix = ({ guild, user }: Member): string => `${SHOWN_PREFIX}${guild}:${user}:`;

/** The document that a message with a member's pictures is listed by, as long as its record is kept. */
export const shownDocument = (member: Member, messageId: string): Document<ShownRow> => ({
  key: `${shownPrefix(member)}${messageId.padStart(ID_DIGITS, '0')}`,
  schema: shownSchema,
  keepMs: KEEP_MS,
});
