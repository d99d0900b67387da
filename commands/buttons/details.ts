import type { Component } from '../../src/discord/command.ts';
import { findPictures } from '../../src/discord/picture-click.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { detailsOf } from '../../src/words/details.ts';

/** Details: everything a picture was made from, and the command that makes it again. */
export const details: Component = {
  kind: 'details',

  async run(interaction, recordId, desk) {
    const record = await findPictures(interaction, recordId, desk);
    if (record === undefined) return;
    const { card, file } = detailsOf({ ...record, message: interaction.message.id });
    const files = [
      { name: 'imagine.txt', data: Buffer.from(file ?? ''), contentType: 'text/plain' },
    ];
    const body = { embeds: [card], ...(file !== undefined && { files }) };
    await whisper(desk.line.api, interaction, body, desk.line.log);
  },
};
