import type { Component } from '../../src/discord/command.ts';
import { tellDetails } from '../../src/discord/pictures/details.ts';

/** Details: everything a picture was made from, and the command that makes it again. */
export const details: Component = {
  kind: 'details',

  async run(interaction, recordId, desk) {
    const { id: messageId, content } = interaction.message;
    await tellDetails(interaction, { messageId, content, recordId }, desk);
  },
};
