import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { answerModerator, panelOf } from '../../src/discord/rules-desk.ts';
import { COMMAND_WORDS } from '../../src/words/commands.ts';

/** `/moderation rules`: a server's own rules, in one panel to see and change them. */
export const rules: Subcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'rules',
    description: COMMAND_WORDS.moderation.rules,
  },

  run: (interaction, desk) =>
    answerModerator(interaction, desk, (guildId) => panelOf(guildId, 0, desk)),
};
