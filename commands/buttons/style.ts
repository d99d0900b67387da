import { choiceMenu } from '../../src/discord/pictures/choice-menu.ts';
import type { Component } from '../../src/discord/command.ts';
import { findPictures } from '../../src/discord/pictures/picture-click.ts';
import { whisper } from '../../src/discord/whisper.ts';

/** Style…: offers every style to who pressed it. */
export const style: Component = {
  kind: 'style',

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    const { api, log } = desk.line;
    const place = { recordId, messageId: interaction.message.id };
    await whisper(api, interaction, choiceMenu('style', record, place), log);
  },
};
