import type { Component } from '../../src/discord/command.ts';
import { DELETE_SURELY, deleteMessage, mayDelete } from '../../src/discord/deletion.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { BUTTON_WORDS } from '../../src/words/buttons.ts';

/** The second Delete: deletes the message, and what its pictures were made from. */
export const surelyRemove: Component = {
  kind: DELETE_SURELY,

  async run(interaction, rest, { line: { api, channels, pictures, log } }) {
    const [recordId = '', messageId = ''] = rest.split(':');
    if (!mayDelete(interaction, await pictures.find(recordId))) {
      await whisper(api, interaction, { content: BUTTON_WORDS.notYours }, log);
      return;
    }
    const begun = { content: BUTTON_WORDS.deleting, components: [] };
    if (!(await firstAnswer(() => api.replace(interaction, begun), interaction, log))) return;
    const end = await deleteMessage(channels, interaction.channelId, messageId);
    if (end === 'deleted' || end === 'deletedBefore') await pictures.remove(recordId);
    else log.warn({ interaction: interaction.id, end }, 'pictures could not be deleted');
    await api.editOriginal(interaction, { content: BUTTON_WORDS[end] });
  },
};
