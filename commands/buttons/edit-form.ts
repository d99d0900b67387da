import type { Form } from '../../src/discord/command.ts';
import { EDIT_FORM, readEditForm } from '../../src/discord/edit-form.ts';
import { findPictures, makeFrom } from '../../src/discord/picture-click.ts';

/** The form behind Edit…: makes what was written into it. */
export const sentEdit: Form = {
  kind: EDIT_FORM,

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    const parentId = interaction.message?.id ?? record.message ?? '';
    await makeFrom(readEditForm(interaction, record), parentId, interaction, desk);
  },
};
