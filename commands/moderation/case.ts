import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { caseCard } from '../../src/discord/moderation/case-card.ts';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { MAX_CASE_NUMBER } from '../../src/moderation/case-documents.ts';
import { MODERATION_COMMAND } from '../../src/words/moderation.ts';

const words = MODERATION_COMMAND.case;

/** `/moderation case`: everything about one case. */
export const oneCase: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'case',
    description: words.description,
    options: [
      {
        type: OptionType.Integer,
        name: 'number',
        description: words.number,
        required: true,
        min_value: 1,
        max_value: MAX_CASE_NUMBER,
      },
    ],
  },

  run: (moderator, { number }, desk) => caseCard(moderator, Number(number), desk),
};
