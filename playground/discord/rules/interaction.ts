import { z } from 'zod';
import { autocompleteData, commandData, componentData, modalData } from './interaction-data.ts';
import { channel, guild, locale, member, permissions, snowflake, user } from './objects.ts';

const GUILD = 0;

const common = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  version: z.literal(1),
  guild: guild.optional(),
  guild_id: snowflake.optional(),
  channel,
  channel_id: snowflake,
  member: member.optional(),
  user: user.optional(),
  app_permissions: permissions,
  locale,
  guild_locale: locale.optional(),
  entitlements: z.array(z.looseObject({ id: snowflake, sku_id: snowflake })),
  /** Keys: 0 guild install, 1 user install. The owner of a guild install is 0 in a direct message. */
  authorizing_integration_owners: z.record(z.string().regex(/^[01]$/), snowflake),
  context: z.int().min(0).max(2),
  attachment_size_limit: z.int().min(1),
};

/** Checked by the schema of a message answer. */
const message = z.looseObject({});

const byType = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal(2), data: commandData }),
  z.strictObject({ ...common, type: z.literal(3), data: componentData, message }),
  z.strictObject({ ...common, type: z.literal(4), data: autocompleteData }),
  z.strictObject({ ...common, type: z.literal(5), data: modalData, message: message.optional() }),
]);

/**
 * The data of INTERACTION_CREATE: 2 command, 3 component, 4 autocomplete, 5 modal. In a guild there is a member
 * and no user, elsewhere a user and no member (Discord's docs on receiving interactions).
 */
export const interactionSchema = byType.superRefine((interaction, ctx) => {
  const inGuild = interaction.guild_id !== undefined;
  const expect = (holds: boolean, path: string, problem: string) => {
    if (!holds) ctx.addIssue({ code: 'custom', path: [path], message: problem });
  };
  expect((interaction.member !== undefined) === inGuild, 'member', 'Belongs to a guild');
  expect((interaction.user === undefined) === inGuild, 'user', 'Belongs to a direct message');
  expect((interaction.context === GUILD) === inGuild, 'context', 'Contradicts guild_id');
  expect(
    (interaction.guild_locale !== undefined) === inGuild,
    'guild_locale',
    'Belongs to a guild',
  );
  expect(
    (interaction.guild?.id ?? interaction.guild_id) === interaction.guild_id,
    'guild',
    'Is another guild',
  );
  expect(interaction.channel.id === interaction.channel_id, 'channel', 'Is another channel');
});
