import type { Form } from '../../src/discord/command.ts';
import { keptPictures } from '../../src/discord/pictures/picture-click.ts';
import { REPORT_FORM, reportedIn, typedIn } from '../../src/discord/moderation/report-form.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { REASON_LENGTH } from '../../src/moderation/facts.ts';
import { filedText, REPORT_WORDS } from '../../src/words/reports.ts';
import { shorten } from '../../src/words/text.ts';

/** The form behind Report picture: tells the moderators, and hides what enough members reported. */
export const sentReport: Form = {
  kind: REPORT_FORM,

  async run(interaction, rest, desk) {
    const { id: interactionId, guildId, channelId, user } = interaction;
    const { api, log } = desk.line;
    const say = (content: string) => whisper(api, interaction, { content }, log);
    const reported = reportedIn(rest);
    if (reported === undefined || guildId === null || channelId === null) {
      await say(REPORT_WORDS.noPictures);
      return;
    }
    const { messageId, pictures, recordId } = reported;
    try {
      const record = await keptPictures(interaction, recordId, desk);
      const isBlocked = await desk.studio.blocks.isBlocked(guildId, user.id, interactionId);
      const report = {
        interactionId,
        messageId,
        userId: user.id,
        channel: channelId,
        pictures,
        record: record === undefined ? null : (recordId ?? null),
        author: record?.user ?? reported.author ?? null,
        reason: shorten(typedIn(interaction, 'reason'), REASON_LENGTH) || null,
        // Who may not make pictures here shall not take those of others away either.
        counts: !isBlocked,
      };
      const filed = await desk.reporting.file(guildId, report);
      await say(filedText(filed.kind));
    } catch (err) {
      log.error({ err, interaction: interactionId }, 'a report could not be dealt with');
      await say(REPORT_WORDS.unavailable);
    }
    // Also after an error: the report may have been written down.
    await desk.hidingKeeper.hide(guildId, messageId);
  },
};
