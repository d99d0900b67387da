import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { runSettings } from '../src/discord/settings/desk.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

/** `/settings`: everything that a server's managers set, in one panel. */
export const settings = {
  data: {
    name: 'settings',
    description: COMMAND_WORDS.settings.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  },

  run: runSettings,
} as const satisfies Command;
