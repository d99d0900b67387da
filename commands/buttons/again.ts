import type { Component } from '../../src/discord/command.ts';
import { findPictures, makeFrom } from '../../src/discord/pictures/picture-click.ts';
import { withNewSeeds } from '../../src/pictures/again.ts';

/** Again: the same request with new seeds. */
export const again: Component = {
  kind: 'again',

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    await makeFrom(withNewSeeds(record), { messageId: interaction.message.id }, interaction, desk);
  },
};
