import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { historyPage } from '../src/discord/pictures/history-page.ts';
import { whisper } from '../src/discord/whisper.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

/** `/history`: a member's own pictures in this server, seen by the member alone. */
export const history = {
  data: {
    name: 'history',
    description: COMMAND_WORDS.history.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  async run(interaction, desk) {
    const body = await historyPage(interaction, { kind: 'newest' }, desk);
    await whisper(desk.line.api, interaction, body, desk.line.log);
  },
} as const satisfies Command;
