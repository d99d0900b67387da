import type { Form } from '../../src/discord/command.ts';
import { EDIT_FORM, readEditForm } from '../../src/discord/edit-form.ts';
import { makeFrom, readPictures } from '../../src/discord/picture-click.ts';

/** The form behind Edit…: makes what was written into it. */
export const sentEdit: Form = {
  kind: EDIT_FORM,

  async run(interaction, recordId, desk) {
    const shown = await readPictures(interaction, recordId, desk);
    const options = readEditForm(interaction, shown);
    await makeFrom(options, interaction.message?.id, interaction, desk);
  },
};
