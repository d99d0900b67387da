import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Place } from '../src/credits/account-documents.ts';
import { monthEnd } from '../src/credits/month.ts';
import type { Command } from '../src/discord/command.ts';
import { whisper } from '../src/discord/whisper.ts';
import type { Studio } from '../src/studio.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';
import { noticeText } from '../src/words/notices.ts';
import { statementCard } from '../src/words/statement.ts';

async function gaugesHere(place: Place, { accounts, settings }: Studio) {
  const { limits } = await settings.view(place.guildId);
  return accounts.gauges(place, limits);
}

/** `/credits`: the server's month and the member's part of it, seen by the member alone. */
export const credits = {
  data: {
    name: 'credits',
    description: COMMAND_WORDS.credits.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  async run(interaction, { studio, line, askedIn }) {
    const { id: interactionId, guildId, user } = interaction;
    if (guildId === null) {
      const content = noticeText({ kind: 'outside-server' });
      await whisper(line.api, interaction, { content }, line.log);
      return;
    }
    const place = { interactionId, guildId, userId: user.id, ...askedIn(interaction) };
    const gauges = await gaugesHere(place, studio).catch((error: unknown) => {
      line.log.error({ err: error, interaction: interactionId }, 'credits could not be read');
    });
    const body =
      gauges === undefined
        ? { content: noticeText({ kind: 'books-unavailable' }) }
        : { embeds: [statementCard(gauges, monthEnd(interactionId))] };
    await whisper(line.api, interaction, body, line.log);
  },
} as const satisfies Command;
