import type { Chat } from '../../chat.ts';
import { type Discord, MessageFlag } from '../../discord/index.ts';
import { PageRefusal } from '../guard.ts';
import type { House } from './house.ts';
import { createMachineRoom } from './machine.ts';

/** Puts together what the page's routes stand on. */
export function openHouse(discord: Discord, chat: Chat): House {
  const dismissed = new Set<string>();
  const machine = createMachineRoom(discord);
  return {
    discord,
    chat,
    machine,
    seen: (channel, person) =>
      discord.messages(channel, person).filter(({ id }) => !dismissed.has(id)),
    dismiss({ id, flags }) {
      if ((flags & MessageFlag.Ephemeral) === 0)
        throw new PageRefusal(400, 'Only a message that you alone see can be put away.');
      dismissed.add(id);
      machine.touch();
    },
  };
}
