import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { MessageCommand } from '../../src/discord/command.ts';
import { tellDetails } from '../../src/discord/pictures/details.ts';
import { targetOf } from '../../src/discord/pictures/target.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { MENU_LABELS, MENU_WORDS } from '../../src/words/menus.ts';

/** Picture details, in the menu of a message: what Details under its pictures tells. */
export const pictureDetails: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    name: MENU_LABELS.details,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  async run(interaction, desk) {
    const { api, log } = desk.line;
    const { id, content, isWaiting, pictures } = targetOf(interaction);
    if (isWaiting) {
      await whisper(api, interaction, { content: MENU_WORDS.waiting }, log);
      return;
    }
    if (pictures === undefined) {
      await whisper(api, interaction, { content: MENU_WORDS.noPictures }, log);
      return;
    }
    await tellDetails(interaction, { messageId: id, content, ...pictures }, desk);
  },
};
