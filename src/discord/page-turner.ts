import { MODERATION_WORDS } from '../words/moderation.ts';
import type { Component, Desk } from './command.ts';
import type { MessageBody } from './rest/interaction-api.ts';
import { type Moderator, moderatorOf } from './moderation/moderator.ts';
import { firstAnswer, whisper } from './whisper.ts';

/**
 * Buttons of one kind that turn a moderator's page in its place; the permission is asked for again,
 * because the page outlives the role of who was shown it.
 */
export const pageTurner = (
  kind: string,
  page: (moderator: Moderator, rest: string, desk: Desk) => Promise<MessageBody>,
): Component => ({
  kind,

  async run(interaction, rest, desk) {
    const { api, log } = desk.line;
    const moderator = moderatorOf(interaction);
    if ('refusal' in moderator) {
      await whisper(api, interaction, { content: moderator.refusal }, log);
      return;
    }
    const body = await page(moderator, rest, desk).catch((err: unknown): MessageBody => {
      log.error({ err, interaction: interaction.id }, 'a page of moderation could not be read');
      return { content: MODERATION_WORDS.unavailable, embeds: [], components: [] };
    });
    await firstAnswer(() => api.replace(interaction, body), interaction, log);
  },
});
