import {
  ApplicationCommandOptionType as OptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { runBudget } from '../src/discord/budget-desk.ts';
import type { Command } from '../src/discord/command.ts';
import { MAX_CREDITS } from '../src/settings/documents.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

const words = COMMAND_WORDS.budget;

/** A server other than this one, by its id: an owner need not be an administrator there. */
const server = {
  type: OptionType.String,
  name: 'server',
  description: words.server,
  min_length: 17,
  max_length: 20,
} as const;

/** `/budget`: what the bot's owners give a server. Discord offers it to administrators alone. */
export const budget = {
  data: {
    name: 'budget',
    description: words.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: '0',
    options: [
      { type: OptionType.Subcommand, name: 'show', description: words.show, options: [server] },
      {
        type: OptionType.Subcommand,
        name: 'set',
        description: words.set.description,
        options: [
          {
            type: OptionType.Integer,
            name: 'credits',
            description: words.set.credits,
            required: true,
            min_value: 0,
            max_value: MAX_CREDITS,
          },
          server,
        ],
      },
      { type: OptionType.Subcommand, name: 'reset', description: words.reset, options: [server] },
    ],
  },

  run: runBudget,
} as const satisfies Command;
