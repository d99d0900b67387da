import type { Upload } from './attachments.ts';
import type { Core } from './core.ts';
import type { Interaction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import { interactionMetadata } from './interaction-metadata.ts';
import { post, referenceTo } from './posting.ts';
import { MessageFlag, MessageType, type WireMessage } from './wire.ts';

/** What sort of message answers an interaction, and the message it is shown below. */
function standing(
  { channelId, guildId, target }: Interaction,
  repliesTo: string | null,
): Partial<WireMessage> {
  const place = { id: channelId, guildId };
  if (repliesTo !== null)
    return { type: MessageType.Reply, message_reference: referenceTo(place, repliesTo) };
  if (target === undefined) return { type: MessageType.ChatInputCommand };
  const type = MessageType.ContextMenuCommand;
  return target.kind === 'user'
    ? { type }
    : { type, message_reference: referenceTo(place, target.id) };
}

/** How a message answers an interaction. */
interface Manner {
  readonly ephemeral: boolean;
  /** Shows "thinking" instead of a content. */
  readonly loading?: boolean;
  /** The message it replies to: the one a component belongs to, or the original answer. */
  readonly repliesTo?: string | null;
}

/** Puts a message of the bot's into the interaction's channel. */
export function postFor(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  uploads: readonly Upload[],
  { ephemeral, loading = false, repliesTo = null }: Manner,
): WireMessage {
  return post(core, interaction.channelId, body, uploads, {
    onlyFor: ephemeral ? interaction.user.id : null,
    details: {
      ...standing(interaction, repliesTo),
      flags: (ephemeral ? MessageFlag.Ephemeral : 0) | (loading ? MessageFlag.Loading : 0),
      application_id: core.applicationId,
      webhook_id: core.applicationId,
      interaction_metadata: interactionMetadata(core, interaction),
    },
  });
}
