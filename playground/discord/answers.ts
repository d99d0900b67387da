import type { Upload } from './attachments.ts';
import type { Core } from './core.ts';
import type { Interaction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import { post } from './posting.ts';
import { wireUser } from './users.ts';
import { InteractionType, MessageFlag, MessageType, type WireMessage } from './wire.ts';

/** Discord's docs, "Message Interaction Metadata Object"; a follow-up names the original answer. */
function metadata(interaction: Interaction, isFollowUp: boolean): object {
  const { id, type, user, guildId, userInstalled, sourceMessageId, originalId } = interaction;
  const owners = userInstalled ? { '1': user.id } : { '0': guildId ?? '0' };
  const origin = isFollowUp && originalId ? { original_response_message_id: originalId } : {};
  const trigger = { id, type, user: wireUser(user), authorizing_integration_owners: owners };
  const common = { ...trigger, ...origin };
  switch (type) {
    case InteractionType.Component:
      return { ...common, interacted_message_id: sourceMessageId };
    case InteractionType.ModalSubmit:
      return {
        ...common,
        triggering_interaction_metadata:
          sourceMessageId === null
            ? { ...trigger, type: InteractionType.Command }
            : {
                ...trigger,
                type: InteractionType.Component,
                interacted_message_id: sourceMessageId,
              },
      };
    default:
      return common;
  }
}

/** How a message answers an interaction. */
interface Manner {
  readonly ephemeral: boolean;
  /** Shows "thinking" instead of a content. */
  readonly loading?: boolean;
  /** The message it replies to: the one a component belongs to, or the original answer. */
  readonly repliesTo?: string | null;
  /** True when the interaction was answered before. */
  readonly isFollowUp?: boolean;
}

/** Puts a message of the bot's into the interaction's channel. */
export function postFor(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  uploads: readonly Upload[],
  { ephemeral, loading = false, repliesTo = null, isFollowUp = false }: Manner,
): WireMessage {
  const { channelId, guildId } = interaction;
  const reference = {
    type: 0,
    channel_id: channelId,
    ...(guildId === null ? {} : { guild_id: guildId }),
    ...(repliesTo === null ? {} : { message_id: repliesTo }),
  };
  return post(core, channelId, body, uploads, {
    onlyFor: ephemeral ? interaction.user.id : null,
    details: {
      type: repliesTo === null ? MessageType.ChatInputCommand : MessageType.Reply,
      flags: (ephemeral ? MessageFlag.Ephemeral : 0) | (loading ? MessageFlag.Loading : 0),
      application_id: core.applicationId,
      webhook_id: core.applicationId,
      interaction_metadata: metadata(interaction, isFollowUp),
      ...(repliesTo === null ? {} : { message_reference: reference }),
    },
  });
}
