import type { OptionValue, OptionView, PageState } from '../../contract.ts';
import { channelsOfTypes } from '../store/channels.ts';
import { OptionKind } from './entry.ts';

/** Something an option can be filled with. */
export interface Suggestion {
  readonly label: string;
  readonly hint: string;
  readonly value: OptionValue;
}

/** How many Discord's client lists. */
const MOST = 25;

interface Named {
  readonly id: string;
  readonly name: string;
}

const refer =
  (sign: string, hint: string) =>
  ({ id, name }: Named): Suggestion => ({
    label: name.startsWith(sign) ? name : `${sign}${name}`,
    hint,
    value: { id },
  });

function all(option: OptionView, state: PageState, guildId: string): Suggestion[] {
  const { type, choices, channelTypes } = option;
  if (choices.length > 0)
    return choices.map(({ name, value }) => ({ label: name, hint: '', value }));
  const guild = state.guilds.find(({ id }) => id === guildId);
  const people = (): Suggestion[] =>
    [...state.people.filter(({ id }) => guild?.members.includes(id)), state.bot].map(
      refer('@', 'person'),
    );
  const roles = (): Suggestion[] => (guild?.roles ?? []).map(refer('@', 'role'));
  const channels = (): Suggestion[] =>
    channelsOfTypes(guild?.channels ?? [], channelTypes).map((channel) =>
      refer('#', channel.parent === null ? 'channel' : 'thread')(channel),
    );
  switch (type) {
    case OptionKind.Boolean:
      return [
        { label: 'True', hint: '', value: true },
        { label: 'False', hint: '', value: false },
      ];
    case OptionKind.User:
      return people();
    case OptionKind.Role:
      return roles();
    case OptionKind.Mentionable:
      return [...people(), ...roles()];
    case OptionKind.Channel:
      return channels();
    default:
      return [];
  }
}

/** What an option's list shows for a text; what autocomplete offers comes from the bot instead. */
export function suggest(
  option: OptionView,
  text: string,
  state: PageState,
  guildId: string,
): Suggestion[] {
  const typed = text.trim().toLowerCase();
  return all(option, state, guildId)
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .slice(0, MOST);
}
