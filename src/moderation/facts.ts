import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';

const count = z.int().min(1);
const moment = z.int().min(0);

/** Discord's bound for what a modal's field takes is far above; a log line shows this much. */
export const REASON_LENGTH = 500;

/** A rule that was met, as whoever made it typed it. */
const ruleSchema = z.strictObject({
  text: z.string().min(1).max(200),
  /** The bot's operator, for every server, or this server's managers. */
  origin: z.enum(['operator', 'server']),
});

/** A block as it was before another took its place. */
const formerBlockSchema = z.strictObject({
  by: z.string().min(1),
  /** Milliseconds since 1970; null is for ever. */
  until: moment.nullable(),
});

/** That whoever was refused asks moderators to look at it once more. */
const secondLookSchema = z.strictObject({
  /** When, by Discord's clock, in milliseconds since 1970. */
  at: moment,
  /** The message in which they were told of the refusal; null once they were forgotten. */
  link: z.strictObject({ channel: snowflakeSchema, message: snowflakeSchema }).nullable(),
});

/** Long enough for the mentions of 25 channels or roles. */
const value = z.string().max(700).nullable();

/** What a case is about, with what there is to know of each kind. */
export const factsSchema = z.discriminatedUnion('kind', [
  /** A request met a rule and was refused. */
  z.strictObject({
    kind: z.literal('refusal'),
    rule: ruleSchema,
    where: z.enum(['prompt', 'negative_prompt']),
    secondLook: secondLookSchema.optional(),
  }),
  /** Pictures were made and shown though their request met a rule, which asks for a look alone. */
  z.strictObject({
    kind: z.literal('flag'),
    rule: ruleSchema,
    where: z.enum(['prompt', 'negative_prompt']),
  }),
  /** The image service's own filter refused a request, or a picture. */
  z.strictObject({ kind: z.literal('provider') }),
  /** Pictures wait for a moderator; the rule that asked for it, or null where every picture waits. */
  z.strictObject({ kind: z.literal('review'), rule: ruleSchema.nullable(), pictures: count }),
  /** A member says that a picture should not be there. */
  z.strictObject({ kind: z.literal('report') }),
  z.strictObject({
    kind: z.literal('block'),
    until: moment.nullable(),
    before: formerBlockSchema.nullable(),
  }),
  /** `before` is null where the block was damaged. */
  z.strictObject({ kind: z.literal('unblock'), before: formerBlockSchema.nullable() }),
  z.strictObject({ kind: z.literal('delete'), pictures: count }),
  /** Pictures were taken out of sight; after so many reports, or by a moderator: null. */
  z.strictObject({ kind: z.literal('hide'), pictures: count, reports: count.nullable() }),
  /** Hidden pictures were shown again. */
  z.strictObject({ kind: z.literal('show'), pictures: count }),
  /** A setting was changed; null is one that was not, or is no longer, set. */
  z.strictObject({
    kind: z.literal('setting'),
    name: z.string().min(1).max(100),
    before: value,
    after: value,
  }),
]);

/** What a case is about, with what there is to know of each kind. */
export type Facts = z.infer<typeof factsSchema>;

/** How cases that somebody must decide about can end. */
export const OUTCOMES = {
  /**
   * Shown to everybody, kept from them, taken back by their member, nobody decided in time, or they
   * could not be shown because a channel or a message was gone or closed to the bot.
   */
  review: ['shown', 'rejected', 'withdrawn', 'lapsed', 'lost'],
  /** There is nothing wrong with it, or what was done about it. */
  report: ['dismissed', 'hidden', 'deleted', 'blocked'],
} as const;

/** How a review or a report ended. */
export type Outcome = (typeof OUTCOMES)[keyof typeof OUTCOMES][number];

/** The outcomes that a case of some kind can have; none for one that nobody decides about. */
export const outcomesOf = ({ kind }: Facts): readonly Outcome[] =>
  kind === 'review' || kind === 'report' ? OUTCOMES[kind] : [];
