import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document } from '../storage/store.ts';
import { factsSchema, OUTCOMES, outcomesOf, REASON_LENGTH } from './facts.ts';

/** Stands where the id of a member was who asked to be forgotten. */
export const FORGOTTEN = 'forgotten';

/** Milliseconds since 1970. */
export const moment = z.int().min(0);
/** A member, or that one was forgotten. */
export const memberSchema = z.union([snowflakeSchema, z.literal(FORGOTTEN)]);
/** A member, that one was forgotten, or the bot. */
export const actorSchema = z.union([memberSchema, z.literal('bot')]);
/** What a person writes to something. */
export const wordsSchema = z.string().min(1).max(REASON_LENGTH);

const linkSchema = z.strictObject({ channel: snowflakeSchema, message: snowflakeSchema });

const endSchema = z.strictObject({
  outcome: z.enum([...OUTCOMES.review, ...OUTCOMES.report]),
  by: actorSchema,
  at: moment,
  /** Why, in their words. */
  reason: wordsSchema.optional(),
});

const noteSchema = z.strictObject({ text: wordsSchema, by: actorSchema, at: moment });

const caseSchema = z
  .strictObject({
    v: z.literal(1),
    facts: factsSchema,
    /** Who did it: a member, or the bot by itself. */
    actor: actorSchema,
    /** Whom it is about; null is nobody in particular. */
    target: memberSchema.nullable(),
    /** When, by Discord's clock, in milliseconds since 1970. */
    at: moment,
    /** The message that it is about. */
    link: linkSchema.nullable(),
    /** Why, in the actor's words. */
    reason: wordsSchema.nullable(),
    /** What a moderator wrote to it afterwards. */
    note: noteSchema.nullable(),
    /** How it ended; null where it is open, and where nobody decides about it. */
    end: endSchema.nullable(),
  })
  .refine(({ facts, end }) => end === null || outcomesOf(facts).includes(end.outcome), {
    error: 'a case of this kind cannot end so',
  });

/** Something that happened in a server and its moderators may want to know. */
export type Case = z.infer<typeof caseSchema>;

/** A member, or the bot by itself. */
export type Actor = z.infer<typeof actorSchema>;

/** A message. */
export type Link = z.infer<typeof linkSchema>;

/** How a case ended: by whom, when, and why where they said so. */
export type End = z.infer<typeof endSchema>;

/** What a moderator wrote to a case, and when. */
export type Note = z.infer<typeof noteSchema>;

const counterSchema = z.strictObject({ v: z.literal(1), last: z.int().min(0) });

/** The number of a server's newest case. */
export type CaseCounter = z.infer<typeof counterSchema>;

const textSchema = z.strictObject({ v: z.literal(1), text: z.string().min(1) });

/** What was typed, for as long as the server keeps it. */
export type CaseText = z.infer<typeof textSchema>;

const indexSchema = z.strictObject({ v: z.literal(1) });

/** That a case is about a member; the key says all. */
export type CaseIndex = z.infer<typeof indexSchema>;

/** What of a case can be told in a server's log channel, in the order of their names. */
const NEWS = ['begun', 'counted', 'delayed', 'ended', 'not-hidden', 'second-look'] as const;

/** What of a case is to be told in the server's log channel. */
export type News = (typeof NEWS)[number];

const untoldSchema = z.strictObject({
  v: z.literal(1),
  news: z.enum(NEWS),
  /** How many members reported it by now. */
  reports: z.int().min(1).optional(),
});

/** That something of a case was not told yet. */
export type Untold = z.infer<typeof untoldSchema>;

export const COUNTER_PREFIX = 'cases:';
export const CASE_PREFIX = 'case:';
export const TEXT_PREFIX = 'case-text:';
export const INDEX_PREFIX = 'case-of:';
export const UNTOLD_PREFIX = 'untold:';

/** The news that the last part of a key names. */
export const newsIn = (part: string | undefined): News =>
  NEWS.find((news) => news === part) ?? 'begun';

/** The largest number of a case, with as many digits as keys have. */
export const MAX_CASE_NUMBER = 999_999_999;

const digits = (number: number): string => String(number).padStart(9, '0');

export const counterDocument = (guildId: string): Document<CaseCounter> => ({
  key: `${COUNTER_PREFIX}${guildId}`,
  schema: counterSchema,
});

/** What the keys of one server's cases begin with; their numbers follow. */
export const casesPrefix = (guildId: string): string => `${CASE_PREFIX}${guildId}:`;

export const caseDocument = (guildId: string, number: number): Document<Case> => ({
  key: `${casesPrefix(guildId)}${digits(number)}`,
  schema: caseSchema,
});

/** @param keepMs needed to write it: how long, in milliseconds, the text is kept. */
export const textDocument = (
  guildId: string,
  number: number,
  keepMs?: number,
): Document<CaseText> => ({
  key: `${TEXT_PREFIX}${guildId}:${digits(number)}`,
  schema: textSchema,
  ...(keepMs !== undefined && { keepMs }),
});

/** What the index keys of one member's cases begin with. */
export const indexPrefix = (guildId: string, userId: string): string =>
  `${INDEX_PREFIX}${guildId}:${userId}:`;

/** The newest case of a member has the first key, as ids count upwards and keys here downwards. */
export const indexDocument = (
  guildId: string,
  userId: string,
  number: number,
): Document<CaseIndex> => ({
  key: `${indexPrefix(guildId, userId)}${digits(MAX_CASE_NUMBER - number)}`,
  schema: indexSchema,
});

/** The number of the case that an index key leads to. */
export const indexedNumber = (key: string): number => MAX_CASE_NUMBER - Number(key.split(':')[3]);

export const untoldDocument = (guildId: string, number: number, news: News): Document<Untold> => ({
  key: `${UNTOLD_PREFIX}${guildId}:${digits(number)}:${news}`,
  schema: untoldSchema,
});
