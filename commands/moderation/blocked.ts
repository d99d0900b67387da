import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { BLOCKED_PAGE, blockedPage } from '../../src/discord/moderation/blocked-page.ts';
import type { Component } from '../../src/discord/command.ts';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { pageTurner } from '../../src/discord/page-turner.ts';
import { MODERATION_COMMAND } from '../../src/words/moderation.ts';

/** `/moderation blocked`: who is blocked, and until when. */
export const blocked: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'blocked',
    description: MODERATION_COMMAND.blocked.description,
  },

  run: (moderator, _, desk) => blockedPage(moderator, '', desk),
};

/** First and Next under such a list. */
export const turnBlocked: Component = pageTurner(BLOCKED_PAGE, blockedPage);
