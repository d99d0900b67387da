import type { Component } from '../../src/discord/command.ts';
import { editForm } from '../../src/discord/pictures/edit-form.ts';
import { readPictures } from '../../src/discord/pictures/picture-click.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { EDIT_WORDS } from '../../src/words/edit.ts';

/** Edit…: opens a form with the request filled in. */
export const edit: Component = {
  kind: 'edit',

  async run(interaction, recordId, desk) {
    const { id: messageId, content } = interaction.message;
    const shown = await readPictures(interaction, { recordId, content }, desk);
    const { api, log } = desk.line;
    const form = editForm(shown, { title: EDIT_WORDS.title, messageId });
    if (form === undefined) await whisper(api, interaction, { content: EDIT_WORDS.tooLong }, log);
    else await firstAnswer(() => api.openForm(interaction, form), interaction, log);
  },
};
