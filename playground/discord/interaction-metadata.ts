import type { Core } from './core.ts';
import type { Interaction } from './interactions.ts';
import { wireUser } from './users.ts';
import { InteractionType } from './wire.ts';

/** What a context menu's message tells of the one it was opened on. */
function targetOf({ world }: Core, { target }: Interaction): object {
  if (target === undefined) return {};
  if (target.kind === 'message') return { target_message_id: target.id };
  const user = world.users.get(target.id);
  return user === undefined ? {} : { target_user: wireUser(user) };
}

/**
 * Which interaction a new message answers (Discord's docs, "Message Interaction Metadata Object"); once there is
 * an original answer, every further one is a follow-up and names it.
 */
export function interactionMetadata(core: Core, interaction: Interaction): object {
  const { id, type, user, guildId, userInstalled, sourceMessageId, originalId, openerId } =
    interaction;
  const owners = userInstalled ? { '1': user.id } : { '0': guildId ?? '0' };
  const trigger = { id, type, user: wireUser(user), authorizing_integration_owners: owners };
  const origin = originalId === null ? {} : { original_response_message_id: originalId };
  const pressed = { interacted_message_id: sourceMessageId };
  switch (type) {
    case InteractionType.Component:
      return { ...trigger, ...origin, ...pressed };
    case InteractionType.ModalSubmit: {
      const cause = { ...trigger, id: openerId ?? id };
      const opener =
        sourceMessageId === null
          ? { ...cause, type: InteractionType.Command }
          : { ...cause, type: InteractionType.Component, ...pressed };
      return { ...trigger, ...origin, triggering_interaction_metadata: opener };
    }
    default:
      return { ...trigger, ...origin, ...targetOf(core, interaction) };
  }
}
