import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Subcommand } from '../../src/discord/command.ts';
import { subcommandOf } from '../../src/discord/subcommand.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { COMMAND_WORDS, UNKNOWN_COMMAND } from '../../src/words/commands.ts';
import { rules } from './rules.ts';
import { test } from './test.ts';

/** What can be typed behind `/moderation`, in the order Discord lists it. */
const subcommands: readonly Subcommand[] = [test, rules];

/** `/moderation`: what a server's moderators do. */
export const moderation: Command = {
  data: {
    name: 'moderation',
    description: COMMAND_WORDS.moderation.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    options: subcommands.map(({ data }) => data),
  },

  async run(interaction, desk) {
    const { name } = subcommandOf(interaction);
    const subcommand = subcommands.find(({ data }) => data.name === name);
    if (subcommand !== undefined) return subcommand.run(interaction, desk);
    const { api, log } = desk.line;
    await whisper(api, interaction, { content: UNKNOWN_COMMAND }, log);
  },
};
