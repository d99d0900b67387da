import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { Subcommand } from '../../src/discord/command.ts';
import { answerModerator } from '../../src/discord/rules-desk.ts';
import { subcommandOf } from '../../src/discord/subcommand.ts';
import { cleanPrompt } from '../../src/prompt.ts';
import { MAX_PROMPT_OPTION } from '../../src/request.ts';
import { COMMAND_WORDS } from '../../src/words/commands.ts';
import { RULES_WORDS, ruleTestText } from '../../src/words/rules.ts';

const words = COMMAND_WORDS.moderation.test;

/** `/moderation test`: holds a text against the rules, as a prompt in this channel. */
export const test: Subcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'test',
    description: words.description,
    options: [
      {
        type: OptionType.String,
        name: 'text',
        description: words.text,
        required: true,
        max_length: MAX_PROMPT_OPTION,
      },
    ],
  },

  run: (interaction, desk) =>
    answerModerator(interaction, desk, async (guildId) => {
      const prompt = cleanPrompt(String(subcommandOf(interaction).options['text'] ?? ''));
      if (prompt === '') return { content: RULES_WORDS.nothingToTest };
      const { isAgeRestricted } = desk.askedIn(interaction);
      const isStrict = isAgeRestricted !== true;
      const verdict = await desk.studio.rules.check(guildId, { prompt }, { isStrict });
      return { content: ruleTestText(verdict, isAgeRestricted) };
    }),
};
