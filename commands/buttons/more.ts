import type { Component } from '../../src/discord/command.ts';
import { findPictures, makeFrom } from '../../src/discord/pictures/picture-click.ts';
import { withNewSeeds } from '../../src/pictures/again.ts';
import { MAX_PICTURES } from '../../src/request.ts';

/** More like this: as many pictures as one request may ask for, each with a new seed. */
export const more: Component = {
  kind: 'more',

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    const options = { ...withNewSeeds(record), count: MAX_PICTURES };
    await makeFrom(options, { messageId: interaction.message.id }, interaction, desk);
  },
};
