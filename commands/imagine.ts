import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { runJob } from '../src/discord/delivery/job.ts';
import { tastefulOptions } from '../src/discord/pictures/style-desk.ts';
import { ASPECT_RATIOS, MAX_SEED } from '../src/image-api/contract.ts';
import { MAX_PICTURES, MAX_PROMPT_OPTION } from '../src/request.ts';
import { choicesOf, styleChoices } from '../src/words/choices.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

const { description, options: words } = COMMAND_WORDS.imagine;

/** `/imagine`: a few words become a picture. */
export const imagine = {
  data: {
    name: 'imagine',
    description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'prompt',
        description: words.prompt,
        required: true,
        max_length: MAX_PROMPT_OPTION,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'negative_prompt',
        description: words.negative_prompt,
        max_length: MAX_PROMPT_OPTION,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'style_preset',
        description: words.style_preset,
        choices: styleChoices(),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'aspect_ratio',
        description: words.aspect_ratio,
        choices: choicesOf(ASPECT_RATIOS),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'seed',
        description: words.seed,
        min_value: 0,
        max_value: MAX_SEED,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        description: words.count,
        min_value: 1,
        max_value: MAX_PICTURES,
      },
    ],
  },

  async run(interaction, desk) {
    await runJob({ options: await tastefulOptions(interaction, desk) }, interaction, desk);
  },
} as const satisfies Command;
