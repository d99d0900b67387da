import { ApplicationCommandOptionType as OptionType, PermissionFlagsBits } from 'discord.js';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { readUnblock } from '../../src/moderation/block-order.ts';
import { REASON_LENGTH } from '../../src/moderation/facts.ts';
import { UNBLOCK_SELF, unblockedText } from '../../src/words/blocks.ts';
import { MODERATION_COMMAND, MODERATION_WORDS } from '../../src/words/moderation.ts';
import { shorten } from '../../src/words/text.ts';

const words = MODERATION_COMMAND.unblock;

/** `/moderation unblock`: lets a member make pictures again. */
export const unblock: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'unblock',
    description: words.description,
    options: [
      { type: OptionType.User, name: 'member', description: words.member, required: true },
      {
        type: OptionType.String,
        name: 'reason',
        description: words.reason,
        max_length: REASON_LENGTH,
      },
    ],
  },

  async run(
    { guildId, interactionId, userId: by },
    options,
    { studio: { blocks } },
    { memberPermissions },
  ) {
    const why = shorten(String(options['reason'] ?? '').trim(), REASON_LENGTH);
    const word = readUnblock({ ...options, reason: why });
    if (word === undefined) return { content: MODERATION_WORDS.unknown };
    const isManager = memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
    if (word.userId === by && !isManager) return { content: UNBLOCK_SELF };
    const lifted = await blocks.unblock(guildId, { ...word, by, interactionId });
    return { content: unblockedText(word.userId, lifted) };
  },
};
