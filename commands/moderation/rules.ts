import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { panelOf } from '../../src/discord/moderation/rules-desk.ts';
import { MODERATION_COMMAND } from '../../src/words/moderation.ts';

/** `/moderation rules`: a server's own rules, in one panel to see and change them. */
export const rules: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'rules',
    description: MODERATION_COMMAND.rules.description,
  },

  run: ({ guildId }, _, desk) => panelOf(guildId, 0, desk),
};
