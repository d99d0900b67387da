import type { Component } from '../../src/discord/command.ts';
import { SECOND_LOOK } from '../../src/discord/moderation/second-look.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { noticeText } from '../../src/words/notices.ts';
import { SECOND_LOOK_UNAVAILABLE, secondLookAnswer } from '../../src/words/second-look.ts';

/** Ask for a second look: tells moderators that a refusal may be a mistake, once. */
export const secondLook: Component = {
  kind: SECOND_LOOK,

  async run(interaction, rest, { studio: { cases, settings }, line: { api, log } }) {
    const { id: interactionId, guildId, channelId, message, user } = interaction;
    const number = /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
    const ask = async (server: string): Promise<string> => {
      const link = { channel: channelId, message: message.id };
      const asked = await cases.askAgain(server, number, { interactionId, by: user.id, link });
      const { settings: set } = await settings.view(server);
      return secondLookAnswer(asked, number, set.logChannel !== undefined);
    };
    const content =
      guildId === null
        ? noticeText({ kind: 'outside-server' })
        : await ask(guildId).catch((err: unknown) => {
            log.error({ err, interaction: interactionId }, 'a second look could not be asked for');
            return SECOND_LOOK_UNAVAILABLE;
          });
    await whisper(api, interaction, { content }, log);
  },
};
