import type { WireMessage } from './wire.ts';

/** A message and who may see it. */
interface StoredMessage {
  readonly message: WireMessage;
  /** The one person an ephemeral message is for; null when the channel sees it. */
  readonly onlyFor: string | null;
}

/** The messages of every channel; each edit replaces the message by a new object. */
export interface MessageStore {
  add(message: WireMessage, onlyFor: string | null): WireMessage;
  find(id: string): StoredMessage | undefined;
  replace(message: WireMessage): WireMessage;
  /** False when there was no such message. */
  remove(id: string): boolean;
  /** The messages of all channels, oldest first. */
  all(): StoredMessage[];
  /** A channel's messages, oldest first. Without a viewer only those everyone sees. */
  list(channelId: string, viewerId?: string): WireMessage[];
}

export function createMessages(changed: () => void): MessageStore {
  const stored = new Map<string, StoredMessage>();
  return {
    find: (id) => stored.get(id),
    all: () => [...stored.values()],
    add(message, onlyFor) {
      stored.set(message.id, { message, onlyFor });
      changed();
      return message;
    },
    replace(message) {
      stored.set(message.id, { message, onlyFor: stored.get(message.id)?.onlyFor ?? null });
      changed();
      return message;
    },
    remove(id) {
      const removed = stored.delete(id);
      changed();
      return removed;
    },
    list: (channelId, viewerId) =>
      [...stored.values()]
        .filter(
          ({ message, onlyFor }) =>
            message.channel_id === channelId && (onlyFor === null || onlyFor === viewerId),
        )
        .map(({ message }) => message),
  };
}
