import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { ModerationSubcommand } from '../../src/discord/moderation/moderator.ts';
import { readBlock } from '../../src/moderation/block-order.ts';
import { REASON_LENGTH } from '../../src/moderation/facts.ts';
import { BLOCK_REFUSED, blockedText } from '../../src/words/blocks.ts';
import { durationText } from '../../src/words/duration.ts';
import { MODERATION_COMMAND, MODERATION_WORDS } from '../../src/words/moderation.ts';
import { shorten } from '../../src/words/text.ts';

const words = MODERATION_COMMAND.block;

/** `/moderation block`: keeps a member from making pictures, for a time or for ever. */
export const block: ModerationSubcommand = {
  data: {
    type: OptionType.Subcommand,
    name: 'block',
    description: words.description,
    options: [
      { type: OptionType.User, name: 'member', description: words.member, required: true },
      {
        type: OptionType.String,
        name: 'duration',
        description: words.duration,
        required: true,
        max_length: 20,
      },
      {
        type: OptionType.String,
        name: 'reason',
        description: words.reason,
        required: true,
        max_length: REASON_LENGTH,
      },
    ],
  },

  async run(moderator, options, { studio: { blocks } }) {
    const why = shorten(String(options['reason'] ?? '').trim(), REASON_LENGTH);
    const order = readBlock({ ...options, reason: why }, moderator);
    switch (order.kind) {
      case 'order': {
        const { guildId, interactionId, userId: by } = moderator;
        const { userId, reason, lastsMs } = order;
        const done = await blocks.block(guildId, { userId, by, reason, interactionId, lastsMs });
        return { content: blockedText(userId, done) };
      }
      case 'refused':
        return { content: durationText(order, why) };
      case 'unreadable':
        return { content: MODERATION_WORDS.unknown };
      default:
        return { content: BLOCK_REFUSED[order.kind] };
    }
  },
};
