import { z } from 'zod';

/** Objects of Discord's docs that gateway events share. */

/** An id of at most 20 digits, as Discord writes 64-bit numbers in JSON. */
export const snowflake = z.string().regex(/^(0|[1-9]\d{0,19})$/, 'Must be a snowflake');

/** A set of permissions: a string of digits. */
export const permissions = z.string().regex(/^\d+$/, 'Must be a string of digits');

export const locale = z.string().regex(/^[a-z]{2}(-[A-Z]{2}|-419)?$/, 'Must be a locale');

export const user = z.strictObject({
  id: snowflake,
  username: z.string().min(1),
  discriminator: z.string(),
  global_name: z.string().nullable(),
  avatar: z.string().nullable(),
  bot: z.boolean().optional(),
  system: z.boolean().optional(),
  mfa_enabled: z.boolean().optional(),
  banner: z.string().nullish(),
  accent_color: z.int().nullish(),
  locale: locale.optional(),
  verified: z.boolean().optional(),
  email: z.string().nullish(),
  flags: z.int().optional(),
  premium_type: z.int().optional(),
  public_flags: z.int().optional(),
  avatar_decoration_data: z.unknown().optional(),
  collectibles: z.unknown().optional(),
  primary_guild: z.unknown().optional(),
});

/** Fields of a member besides the user, as an interaction brings them. */
const memberFields = {
  nick: z.string().nullish(),
  avatar: z.string().nullish(),
  banner: z.string().nullish(),
  roles: z.array(snowflake),
  joined_at: z.iso.datetime({ offset: true }).nullable(),
  premium_since: z.iso.datetime({ offset: true }).nullish(),
  flags: z.int(),
  pending: z.boolean().optional(),
  permissions,
  communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
  avatar_decoration_data: z.unknown().optional(),
  collectibles: z.unknown().optional(),
};

/** The member who acted: with the user, and with permissions in the channel. */
export const member = z.strictObject({
  ...memberFields,
  user,
  deaf: z.boolean(),
  mute: z.boolean(),
});

/** A member named by an option: without user, deaf and mute (docs on resolved data). */
export const resolvedMember = z.strictObject(memberFields);

/** A channel as an interaction brings it; which of the further fields are there depends on its type. */
export const channel = z.looseObject({
  id: snowflake,
  type: z.int().min(0),
  name: z.string().nullish(),
  nsfw: z.boolean().optional(),
  permissions: permissions.optional(),
});

/** A guild as an interaction brings it. */
export const guild = z.strictObject({
  id: snowflake,
  locale,
  features: z.array(z.string()),
});
