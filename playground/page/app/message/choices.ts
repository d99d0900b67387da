import type { ComponentView, PageState } from '../../contract.ts';
import { channelsOfTypes } from '../store/channels.ts';

/** One thing a select menu offers. */
export interface Offer {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly selected: boolean;
}

/** Discord's docs, "Component Types". */
export const Kind = {
  Row: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Text: 10,
  Label: 18,
} as const;

const MENUS: readonly number[] = [
  Kind.StringSelect,
  Kind.UserSelect,
  Kind.RoleSelect,
  Kind.MentionableSelect,
  Kind.ChannelSelect,
];

/** Whether a component is a select menu. */
export const isMenu = ({ type }: ComponentView): boolean => MENUS.includes(type);

type Named = Readonly<{ id: string; name: string }>;

const named =
  (sign: string, { default_values = [] }: ComponentView) =>
  ({ id, name }: Named): Offer => ({
    value: id,
    label: name.startsWith(sign) ? name : `${sign}${name}`,
    description: '',
    selected: default_values.some((preset) => preset.id === id),
  });

/** What a menu offers in a guild: its own options, or the guild's people, roles or channels. */
export function offersOf(menu: ComponentView, state: PageState, guildId: string): Offer[] {
  const guild = state.guilds.find(({ id }) => id === guildId);
  const people = [...state.people, state.bot]
    .filter(({ id }) => id === state.bot.id || guild?.members.includes(id))
    .map(named('@', menu));
  const roles = (guild?.roles ?? []).map(named('@', menu));
  switch (menu.type) {
    case Kind.UserSelect:
      return people;
    case Kind.RoleSelect:
      return roles;
    case Kind.MentionableSelect:
      return [...people, ...roles];
    case Kind.ChannelSelect:
      return channelsOfTypes(guild?.channels ?? [], menu.channel_types).map(named('#', menu));
    default:
      return (menu.options ?? []).map(({ label, value, description = '', default: preset }) => ({
        label,
        value,
        description,
        selected: preset === true,
      }));
  }
}
