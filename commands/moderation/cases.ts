import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { CASES_PAGE, casesPage } from '../../src/discord/moderation/cases-page.ts';
import type { Component } from '../../src/discord/command.ts';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { pageTurner } from '../../src/discord/page-turner.ts';
import { MODERATION_COMMAND } from '../../src/words/moderation.ts';

const words = MODERATION_COMMAND.cases;

/** `/moderation cases`: the cases of the server, or those about one member. */
export const cases: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'cases',
    description: words.description,
    options: [{ type: OptionType.User, name: 'member', description: words.member }],
  },

  run: (moderator, { member = '' }, desk) => casesPage(moderator, String(member), desk),
};

/** Newest and Older under such a list. */
export const turnCases: Component = pageTurner(CASES_PAGE, casesPage);
