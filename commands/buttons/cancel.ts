import { PermissionFlagsBits } from 'discord.js';
import type { Component } from '../../src/discord/command.ts';
import { CANCEL } from '../../src/discord/message.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { CANCEL_WORDS } from '../../src/words/buttons.ts';

/** Cancel: ends what is waiting or being painted, for who asked for it and for moderators. */
export const cancel: Component = {
  kind: CANCEL,

  async run(interaction, interactionId, { studio: { running }, line: { api, log } }) {
    const { user, memberPermissions } = interaction;
    const asker = running.askerOf(interactionId);
    const isAllowed =
      asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
    const end =
      asker !== undefined && !isAllowed ? 'not-yours' : running.callOff(interactionId, user.id);
    // The message itself will say that it is cancelled.
    if (end === 'called-off') await firstAnswer(() => api.accept(interaction), interaction, log);
    else await whisper(api, interaction, { content: CANCEL_WORDS[end] }, log);
  },
};
