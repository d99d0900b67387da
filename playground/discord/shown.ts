import type { Core } from './core.ts';
import type { WireMessage } from './wire.ts';

/**
 * A message as REST answers it: a reply brings the message it replies to, the answer to a message's menu that
 * message, and null when it is gone (Discord's docs, "Message Object"). What only one person sees is gone for everybody else.
 */
export function shown(core: Core, message: WireMessage): WireMessage {
  const { messages } = core;
  if (message.message_reference === undefined) return told(core, message);
  const seenBy = messages.find(message.id)?.onlyFor ?? null;
  const target = messages.find(message.message_reference.message_id ?? '');
  const isVisible = target !== undefined && (target.onlyFor ?? seenBy) === seenBy;
  return {
    ...told(core, message),
    referenced_message: isVisible ? told(core, target.message) : null,
  };
}

const MESSAGE_CONTENT = 1 << 15;

/**
 * What a message tells the bot: of others' messages in guilds that do not mention it not a word, unless it has
 * the privileged intent (Discord's docs, "Message Content Intent").
 */
function told({ world, settings }: Core, message: WireMessage): WireMessage {
  const { author, mentions, channel_id: channelId } = message;
  const concernsIt = [author, ...mentions].some(({ id }) => id === world.bot.id);
  const isDirect = (world.channels.get(channelId)?.guildId ?? null) === null;
  if (concernsIt || isDirect || (settings.allowedIntents & MESSAGE_CONTENT) !== 0) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
