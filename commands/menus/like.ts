import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { MessageCommand } from '../../src/discord/command.ts';
import { draftFrom } from '../../src/discord/pictures/draft.ts';
import { editForm } from '../../src/discord/pictures/edit-form.ts';
import { targetOf } from '../../src/discord/pictures/target.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { EDIT_WORDS } from '../../src/words/edit.ts';
import { MENU_LABELS, MENU_WORDS } from '../../src/words/menus.ts';

/** Imagine like this, in the menu of a message: a form that begins with its pictures, or its text. */
export const imagineLikeThis: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    name: MENU_LABELS.like,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  async run(interaction, desk) {
    const { api, log } = desk.line;
    const target = targetOf(interaction);
    const draft = await draftFrom(target, interaction, desk);
    const form =
      draft &&
      editForm(draft, {
        title: MENU_LABELS.like,
        // Nobody else could follow a link to a message that one member alone sees.
        messageId: target.isPrivate ? undefined : target.id,
        shortens: target.pictures === undefined,
      });
    if (form !== undefined) {
      await firstAnswer(() => api.openForm(interaction, form), interaction, log);
      return;
    }
    const content = draft === undefined ? MENU_WORDS.nothingHere : EDIT_WORDS.tooLong;
    await whisper(api, interaction, { content }, log);
  },
};
