import type { Chat } from '../../chat.ts';
import type { Channel, Discord, Message, User } from '../../discord/index.ts';
import type { MachineRoom } from './machine.ts';

/** What the page's routes stand on. */
export interface House {
  readonly discord: Discord;
  readonly chat: Chat;
  readonly machine: MachineRoom;
  /** Puts away a message that only one person sees. Throws PageRefusal for any other. */
  readonly dismiss: (message: Message) => void;
  /** The messages of a channel that someone sees, oldest first. */
  readonly seen: (channel: Channel, person: User) => Message[];
}
