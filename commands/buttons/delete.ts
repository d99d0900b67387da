import type { Component } from '../../src/discord/command.ts';
import { confirmation, mayDelete, mayNotText } from '../../src/discord/pictures/deletion.ts';
import { whisper } from '../../src/discord/whisper.ts';

/** Delete: asks who may delete the pictures whether that is meant. */
export const remove: Component = {
  kind: 'delete',

  async run(interaction, recordId, { line: { api, pictures, log } }) {
    const record = await pictures.find(recordId);
    const body = mayDelete(interaction, record)
      ? confirmation(interaction.message, recordId)
      : { content: mayNotText(record) };
    await whisper(api, interaction, body, log);
  },
};
