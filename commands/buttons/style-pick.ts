import { PICK, readPick } from '../../src/discord/pictures/choice-menu.ts';
import type { Component } from '../../src/discord/command.ts';
import { findPictures, makeFrom } from '../../src/discord/pictures/picture-click.ts';
import { withoutStyle, withSameSeed } from '../../src/pictures/again.ts';
import { NONE } from '../../src/tastes/orders.ts';

/** The list behind Style…: the same request and seed in another style, or in none. */
export const pickedStyle: Component = {
  kind: PICK.style,

  async run(interaction, rest, desk) {
    const { recordId, messageId, value } = readPick(interaction, rest);
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    const plain = withoutStyle(withSameSeed(record));
    const options = value === NONE ? plain : { ...plain, style_preset: value };
    await makeFrom(options, { messageId }, interaction, desk);
  },
};
