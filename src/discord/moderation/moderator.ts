import {
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { MODERATION_WORDS } from '../../words/moderation.ts';
import { noticeText } from '../../words/notices.ts';
import type { Desk } from '../command.ts';
import type { WhisperBody } from '../rest/interaction-api.ts';
import type { Options } from '../options.ts';

/** A moderator who asks for something in their server. */
export interface Moderator {
  readonly interactionId: string;
  readonly guildId: string;
  readonly userId: string;
  /** The bot's own id. */
  readonly botId: string;
}

/** One subcommand of `/moderation`: what Discord is told of it, and its answer to the moderator alone. */
export interface ModerationSubcommand {
  readonly data: APIApplicationCommandSubcommandOption;
  run(
    moderator: Moderator,
    options: Options,
    desk: Desk,
    interaction: ChatInputCommandInteraction,
  ): Promise<WhisperBody>;
}

/**
 * Who asks, if they may manage messages there: read from the interaction, because administrators can
 * offer a command to anybody, and a button outlives the role of who was shown it. Else why not.
 */
export function moderatorOf(
  interaction: Pick<
    RepliableInteraction,
    'id' | 'guildId' | 'user' | 'memberPermissions' | 'applicationId'
  >,
): Moderator | { readonly refusal: string } {
  const { id: interactionId, guildId, user, memberPermissions, applicationId } = interaction;
  if (guildId === null) return { refusal: noticeText({ kind: 'outside-server' }) };
  if (memberPermissions?.has(PermissionFlagsBits.ManageMessages) !== true) {
    return { refusal: MODERATION_WORDS.notAllowed };
  }
  return { interactionId, guildId, userId: user.id, botId: applicationId };
}
