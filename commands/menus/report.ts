import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { MessageCommand } from '../../src/discord/command.ts';
import { keptPictures } from '../../src/discord/pictures/picture-click.ts';
import { reportForm } from '../../src/discord/moderation/report-form.ts';
import { targetOf } from '../../src/discord/pictures/target.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { filedText, REPORT_WORDS } from '../../src/words/reports.ts';

/** Report picture, in the menu of a message: asks why, and tells the moderators. */
export const reportPicture: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    name: REPORT_WORDS.entry,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  async run(interaction, desk) {
    const { api, log } = desk.line;
    const say = (content: string) => whisper(api, interaction, { content }, log);
    const target = targetOf(interaction);
    const { id: messageId, isPrivate, isPending, isWaiting, askedBy, shown, pictures } = target;
    const { guildId, user } = interaction;
    if (isWaiting) return void (await say(REPORT_WORDS.waiting));
    if (isPending) return void (await say(REPORT_WORDS.stillMaking));
    if (pictures === undefined || shown === 0 || guildId === null) {
      return void (await say(REPORT_WORDS.noPictures));
    }
    if (isPrivate) return void (await say(REPORT_WORDS.private));
    const record = await keptPictures(interaction, pictures.recordId, desk);
    const author = record?.user ?? askedBy;
    if (author === user.id) return void (await say(REPORT_WORDS.own));
    const known = await desk.reports.of(guildId, messageId);
    if (known?.by.some((each) => each.user === user.id)) {
      return void (await say(filedText('reported-before')));
    }
    const recordId = record && pictures.recordId;
    const form = reportForm({ messageId, pictures: shown, author, recordId });
    await firstAnswer(() => api.openForm(interaction, form), interaction, log);
  },
};
