import type { Form } from '../../src/discord/command.ts';
import { EDIT_FORM, readEditForm } from '../../src/discord/pictures/edit-form.ts';
import { makeFrom } from '../../src/discord/pictures/picture-click.ts';

/** The form behind Edit… and Imagine like this: makes what was written into it. */
export const sentEdit: Form = {
  kind: EDIT_FORM,

  async run(interaction, rest, desk) {
    const { options, parent } = readEditForm(interaction, rest);
    await makeFrom(options, parent, interaction, desk);
  },
};
