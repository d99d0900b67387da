import { z } from 'zod';
import { aspectRatios, codePoints, MAX_PROMPT, stylePresets } from '../image-api/contract.ts';
import { MAX_PICTURES } from '../request.ts';
import { snowflakeSchema } from '../snowflake.ts';

/** How many channels or roles one setting may name: what one menu of Discord's can (Discord's docs). */
export const MAX_NAMED = 25;

/** Whose pictures moderators see before they are posted. */
export const REVIEW_MODES = ['off', 'everybody', 'new-members', 'flagged'] as const;

/** Where pictures may be asked for, as far as age restriction goes. */
export const AGE_POLICIES = ['anywhere', 'restricted-only', 'unrestricted-only'] as const;

const names = z.array(snowflakeSchema).min(1).max(MAX_NAMED);

/** What a server's managers decide of who may ask for what, and where; absent is the usual. */
export const policySchema = z.strictObject({
  /** Where pictures may be asked for, their threads included. */
  channels: names.optional(),
  /** Who may ask for them: whoever has one of these. */
  roles: names.optional(),
  cooldownSeconds: z.int().min(0).max(86_400).optional(),
  /** Pictures of one member that may wait or be made at once. */
  queuePerMember: z.int().min(MAX_PICTURES).max(100).optional(),
  review: z.enum(REVIEW_MODES).optional(),
  reviewChannel: snowflakeSchema.optional(),
  /** How many days somebody is a new member. */
  newMemberDays: z.int().min(1).max(90).optional(),
  agePolicy: z.enum(AGE_POLICIES).optional(),
  /** The look and shape of pictures whose member chose none and has no default. */
  stylePreset: z.enum(stylePresets).optional(),
  aspectRatio: z.enum(aspectRatios).optional(),
  /** What must not be in any picture, besides what a member excludes; cleaned, never empty. */
  negativePrompt: z
    .string()
    .min(1)
    .refine((text) => codePoints(text) <= MAX_PROMPT)
    .optional(),
  /** Days that prompts are kept with cases; 0 keeps none. */
  retentionDays: z.int().min(0).max(365).optional(),
  /** A picture is hidden once so many different members reported it. */
  reportsToHide: z.int().min(1).max(25).optional(),
});

type Stored = z.infer<typeof policySchema>;

/** A server's policy with the usual where nothing was set. */
export type Policy = Readonly<
  Omit<Stored, keyof typeof USUAL> & { [K in keyof typeof USUAL]-?: NonNullable<Stored[K]> }
>;

/** What holds where nothing was set. */
export const USUAL = {
  review: 'off',
  newMemberDays: 7,
  agePolicy: 'anywhere',
  retentionDays: 30,
  reportsToHide: 3,
} as const satisfies Partial<Stored>;

/** The policy that holds in a server. */
export function policyOf(settings: Stored): Policy {
  const set = Object.keys(policySchema.shape).flatMap((key) => {
    const value = settings[key as keyof Stored];
    return value === undefined ? [] : [[key, value]];
  });
  return { ...USUAL, ...Object.fromEntries(set) } as Policy;
}
