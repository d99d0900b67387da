import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { ageRestrictionOf } from '../../src/age-restriction.ts';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { cleanPrompt } from '../../src/prompt.ts';
import { MAX_PROMPT_OPTION } from '../../src/request.ts';
import { MODERATION_COMMAND } from '../../src/words/moderation.ts';
import { RULES_WORDS, ruleTestText } from '../../src/words/rules.ts';

const words = MODERATION_COMMAND.test;

/** `/moderation test`: holds a text against the rules, as a prompt in this channel. */
export const test: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'test',
    description: words.description,
    options: [
      {
        type: OptionType.String,
        name: 'text',
        description: words.text,
        required: true,
        max_length: MAX_PROMPT_OPTION,
      },
    ],
  },

  async run({ guildId }, options, desk, interaction) {
    const prompt = cleanPrompt(String(options['text'] ?? ''));
    if (prompt === '') return { content: RULES_WORDS.nothingToTest };
    const isAgeRestricted = await ageRestrictionOf(desk.askedIn(interaction), desk.studio);
    const isStrict = isAgeRestricted !== true;
    const { rules, settings } = desk.studio;
    const [verdict, { policy }] = await Promise.all([
      rules.check(guildId, { prompt }, { isStrict }),
      settings.view(guildId),
    ]);
    return { content: ruleTestText(verdict, isAgeRestricted, policy) };
  },
};
