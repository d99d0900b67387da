import type { Core } from './core.ts';
import type { WireMessage } from './wire.ts';

/**
 * A message as REST answers it: a reply brings the message it replies to, the answer to a message's menu that
 * message, and null when it is gone (Discord's docs, "Message Object"). What only one person sees is gone for everybody else.
 */
export function shown({ messages }: Core, message: WireMessage): WireMessage {
  if (message.message_reference === undefined) return message;
  const seenBy = messages.find(message.id)?.onlyFor ?? null;
  const target = messages.find(message.message_reference.message_id ?? '');
  const isVisible = target !== undefined && (target.onlyFor ?? seenBy) === seenBy;
  return { ...message, referenced_message: isVisible ? target.message : null };
}
