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

const NEWEST = 1_000;

const filesOf = ({ attachments }: WireMessage): string[] => attachments.map(({ id }) => id);

/** Keeps each channel's newest `limit` messages; `dropFiles` hears of the attachments no message shows any more. */
export function createMessages(
  changed: () => void,
  dropFiles: (ids: readonly string[]) => void,
  limit = NEWEST,
): MessageStore {
  const stored = new Map<string, StoredMessage>();
  const inChannel = (id: string): StoredMessage[] =>
    [...stored.values()].filter(({ message }) => message.channel_id === id);
  const drop = (id: string): boolean => {
    const gone = stored.get(id);
    if (gone !== undefined) dropFiles(filesOf(gone.message));
    return stored.delete(id);
  };
  return {
    find: (id) => stored.get(id),
    all: () => [...stored.values()],
    add(message, onlyFor) {
      stored.set(message.id, { message, onlyFor });
      for (const { message: old } of inChannel(message.channel_id).slice(0, -limit)) drop(old.id);
      changed();
      return message;
    },
    replace(message) {
      const previous = stored.get(message.id);
      stored.set(message.id, { message, onlyFor: previous?.onlyFor ?? null });
      const kept = new Set(filesOf(message));
      if (previous) dropFiles(filesOf(previous.message).filter((id) => !kept.has(id)));
      changed();
      return message;
    },
    remove(id) {
      const removed = drop(id);
      changed();
      return removed;
    },
    list: (channelId, viewerId) =>
      inChannel(channelId)
        .filter(({ onlyFor }) => onlyFor === null || onlyFor === viewerId)
        .map(({ message }) => message),
  };
}
