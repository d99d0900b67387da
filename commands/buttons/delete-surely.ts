import type { Component } from '../../src/discord/command.ts';
import {
  DELETE_SURELY,
  deleteMessage,
  mayDelete,
  mayNotText,
} from '../../src/discord/pictures/deletion.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { BUTTON_WORDS } from '../../src/words/buttons.ts';

/**
 * The second Delete: deletes the message, and what its pictures were made from. Where a moderator does
 * that to another member's, it is a case.
 */
export const surelyRemove: Component = {
  kind: DELETE_SURELY,

  async run(interaction, rest, { line: { api, channels, pictures, log }, reporting }) {
    const [recordId = '', messageId = ''] = rest.split(':');
    const record = await pictures.find(recordId);
    if (!mayDelete(interaction, record)) {
      await whisper(api, interaction, { content: mayNotText(record) }, log);
      return;
    }
    const begun = { content: BUTTON_WORDS.deleting, components: [] };
    if (!(await firstAnswer(() => api.replace(interaction, begun), interaction, log))) return;
    const end = await deleteMessage(channels, interaction.channelId, messageId);
    const isGone = end === 'deleted' || end === 'deletedBefore';
    if (!isGone) log.warn({ interaction: interaction.id, end }, 'pictures could not be deleted');
    const warn = (err: unknown) => {
      log.warn({ err, interaction: interaction.id }, 'a deletion was not brought to its end');
    };
    if (isGone) await pictures.remove(recordId).catch(warn);
    const { guildId, channelId, user } = interaction;
    if (end === 'deleted' && guildId !== null && record?.user !== user.id) {
      const ruling = { interactionId: interaction.id, guildId, userId: user.id, messageId };
      const what = { author: record?.user ?? null, pictures: record?.seeds.length ?? 1 };
      await reporting.deleted(ruling, { ...what, channel: channelId }).catch(warn);
    }
    await api.editOriginal(interaction, { content: BUTTON_WORDS[end] }).catch(warn);
  },
};
