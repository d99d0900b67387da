import type { User } from '../../discord/index.ts';
import type { MachineState } from '../contract.ts';
import { embedView } from './embed-view.ts';
import type { House } from './house.ts';
import { askedBy } from './message-view.ts';
import { channelsOf } from './standing.ts';

const CREDITS = 'credits';

/** The newest card of `/credits` that someone saw: what a member knows of the server's books. */
function lastCredits({ discord }: House, person: User): MachineState['credits'] {
  const cards = channelsOf(discord, person)
    .flatMap((channel) => discord.messages(channel, person))
    .filter((message) => askedBy(discord, message)?.command === CREDITS)
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
  const newest = cards.at(-1);
  const embed = newest?.embeds[0];
  if (newest === undefined || embed === undefined) return null;
  return { at: newest.timestamp, embed: embedView(embed, discord.origin) };
}

/** The machine room as someone sees it. */
export const machineState = (house: House, person: User): MachineState => ({
  ...house.machine.state(),
  credits: lastCredits(house, person),
});
