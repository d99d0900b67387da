import { PICK, readPick } from '../../src/discord/pictures/choice-menu.ts';
import type { Component } from '../../src/discord/command.ts';
import { findPictures, makeFrom } from '../../src/discord/pictures/picture-click.ts';
import { withSameSeed } from '../../src/pictures/again.ts';

/** The list behind Shape…: the same request and seed in another shape. */
export const pickedShape: Component = {
  kind: PICK.shape,

  async run(interaction, rest, desk) {
    const { recordId, messageId, value } = readPick(interaction, rest);
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    await makeFrom(
      { ...withSameSeed(record), aspect_ratio: value },
      { messageId },
      interaction,
      desk,
    );
  },
};
