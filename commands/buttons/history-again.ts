import type { Component } from '../../src/discord/command.ts';
import { HISTORY } from '../../src/discord/pictures/history-page.ts';
import { parentOf } from '../../src/discord/delivery/parent.ts';
import { findPictures, makeFrom } from '../../src/discord/pictures/picture-click.ts';
import { withNewSeeds } from '../../src/pictures/again.ts';

/** Again in a history: what Again does under the pictures themselves. */
export const againFromHistory: Component = {
  kind: HISTORY.again,

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    await makeFrom(withNewSeeds(record), parentOf(record), interaction, desk);
  },
};
