import { type Upload } from './attachments.ts';
import { compose, isEmpty } from './compose.ts';
import type { Core } from './core.ts';
import { refuse } from './errors.ts';
import type { Interaction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import { wireUser } from './users.ts';
import { MessageFlag, type WireMessage } from './wire.ts';

function metadata(interaction: Interaction): object {
  const owners = interaction.userInstalled
    ? { '1': interaction.user.id }
    : { '0': interaction.guildId ?? '0' };
  const common = {
    id: interaction.id,
    type: interaction.type,
    user: wireUser(interaction.user),
    authorizing_integration_owners: owners,
  };
  switch (interaction.type) {
    case 3:
      return { ...common, interacted_message_id: interaction.sourceMessageId };
    case 5:
      return { ...common, triggering_interaction_metadata: { ...common, type: 2 } };
    default:
      return common;
  }
}

/** Puts a new message of the bot's into the interaction's channel. Throws Refusal 50006 when it would be empty. */
export function postFor(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  uploads: readonly Upload[],
  how: { ephemeral: boolean; loading?: boolean },
): WireMessage {
  const composed = compose(undefined, body, uploads, interaction.channelId, core.attachments);
  if (how.loading !== true && isEmpty(composed)) throw refuse.emptyMessage();
  const flags =
    (how.ephemeral ? MessageFlag.Ephemeral : 0) | (how.loading === true ? MessageFlag.Loading : 0);
  const message: WireMessage = {
    id: core.mint(),
    type: interaction.type === 2 ? 20 : 19,
    channel_id: interaction.channelId,
    author: wireUser(core.world.bot),
    ...composed,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: body.tts,
    timestamp: new Date(core.now()).toISOString(),
    edited_timestamp: null,
    flags,
    application_id: core.applicationId,
    webhook_id: core.applicationId,
    interaction_metadata: metadata(interaction),
  };
  return core.messages.add(message, how.ephemeral ? interaction.user.id : null);
}

/** Applies an edit to a message. A loading message loads no more. Throws Refusal 50006 when nothing would be left. */
export function edit(
  core: Core,
  message: WireMessage,
  body: MessageBody,
  uploads: readonly Upload[],
): WireMessage {
  const composed = compose(message, body, uploads, message.channel_id, core.attachments);
  if (isEmpty(composed)) throw refuse.emptyMessage();
  const loading = (message.flags & MessageFlag.Loading) !== 0;
  return core.messages.replace({
    ...message,
    ...composed,
    flags: message.flags & ~MessageFlag.Loading,
    edited_timestamp: loading ? null : new Date(core.now()).toISOString(),
  });
}
