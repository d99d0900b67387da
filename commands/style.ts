import {
  ApplicationCommandOptionType as OptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { runStyle } from '../src/discord/pictures/style-desk.ts';
import { ASPECT_RATIOS } from '../src/image-api/contract.ts';
import { MAX_PROMPT_OPTION } from '../src/request.ts';
import { choicesOf, styleChoices } from '../src/words/choices.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

const words = COMMAND_WORDS.style;

/** `/style`: a member's own defaults for `/imagine`, the same in every server. */
export const style = {
  data: {
    name: 'style',
    description: words.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      { type: OptionType.Subcommand, name: 'show', description: words.show },
      {
        type: OptionType.Subcommand,
        name: 'set',
        description: words.set.description,
        options: [
          {
            type: OptionType.String,
            name: 'style_preset',
            description: words.set.style_preset,
            choices: styleChoices(),
          },
          {
            type: OptionType.String,
            name: 'aspect_ratio',
            description: words.set.aspect_ratio,
            choices: choicesOf(ASPECT_RATIOS),
          },
          {
            type: OptionType.String,
            name: 'negative_prompt',
            description: words.set.negative_prompt,
            max_length: MAX_PROMPT_OPTION,
          },
        ],
      },
      { type: OptionType.Subcommand, name: 'clear', description: words.clear },
    ],
  },

  run: runStyle,
} as const satisfies Command;
