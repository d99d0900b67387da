import type { Core } from './core.ts';
import { MessageType, type WireMessage } from './wire.ts';

/**
 * A message as REST answers it: a reply brings the message it replies to, and null when that one is gone
 * (Discord's docs, "Message Object"). What only one person sees is gone for everybody else.
 */
export function shown({ messages }: Core, message: WireMessage): WireMessage {
  if (message.type !== MessageType.Reply) return message;
  const seenBy = messages.find(message.id)?.onlyFor ?? null;
  const target = messages.find(message.message_reference?.message_id ?? '');
  const isVisible = target !== undefined && (target.onlyFor ?? seenBy) === seenBy;
  return { ...message, referenced_message: isVisible ? target.message : null };
}
