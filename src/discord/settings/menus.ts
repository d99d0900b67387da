import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { aspectRatios } from '../../image-api/contract.ts';
import type { ServerSettings } from '../../settings/documents.ts';
import type { Table } from '../../settings/orders.ts';
import { MAX_NAMED, policyOf } from '../../settings/policy.ts';
import { isGone, type Things } from '../../settings/things.ts';
import { NONE } from '../../tastes/orders.ts';
import { shapeName, styleChoices } from '../../words/choices.ts';
import { CHOICE_WORDS } from '../../words/setting-values.ts';
import { PANEL_WORDS, THE_USUAL } from '../../words/settings-panel.ts';
import { customId } from '../custom-id.ts';

/** What the custom ids of the menus and buttons of `/settings` begin with. */
export const SETTINGS = 'settings';

/** A row of a message. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Where members write, and what threads are in: a thread counts for its channel. */
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
];

/** Where the bot tells something. */
const OUTLETS = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

const row = (component: APIComponentInMessageActionRow): Row => ({
  type: ComponentType.ActionRow,
  components: [component],
});

const idOf = (verb: string, of: string): string => customId(SETTINGS, `${verb}:${of}`);

/** Opens a form. */
export const button = (form: string, label: string): Row =>
  row({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: idOf('form', form),
    label,
  });

/** A list of texts to choose from. */
export function list(
  verb: string,
  of: string,
  placeholder: string,
  options: APISelectMenuOption[],
  most = 1,
): Row {
  return row({
    type: ComponentType.StringSelect,
    custom_id: idOf(verb, of),
    placeholder,
    options,
    max_values: most,
  });
}

/** Channels or roles that are named; none is everywhere, and everybody. */
export function names(of: Table, settings: ServerSettings, things: Things | undefined): Row {
  const ids = (settings[of] ?? []).filter((id) => !isGone(things, of, id));
  const menu = {
    custom_id: idOf('names', of),
    placeholder: PANEL_WORDS[of],
    min_values: 0,
    max_values: MAX_NAMED,
  };
  return of === 'channels'
    ? row({
        type: ComponentType.ChannelSelect,
        channel_types: PLACES,
        default_values: ids.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
        ...menu,
      })
    : row({
        type: ComponentType.RoleSelect,
        default_values: ids.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
        ...menu,
      });
}

/** One channel, or none. */
export function outlet(
  of: 'logChannel' | 'reviewChannel',
  settings: ServerSettings,
  things: Things | undefined,
): Row {
  const { [of]: id } = settings;
  const isThere = id !== undefined && !isGone(things, 'channels', id);
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: idOf('value', of),
    placeholder: PANEL_WORDS[of],
    channel_types: OUTLETS,
    min_values: 0,
    max_values: 1,
    default_values: isThere ? [{ id, type: SelectMenuDefaultValueType.Channel }] : [],
  });
}

/** Every value that a setting can have, the one that holds chosen. */
export function choice(
  of: 'agePolicy' | 'review',
  values: readonly string[],
  settings: ServerSettings,
): Row {
  const now = policyOf(settings)[of];
  const words: Readonly<Record<string, readonly [string, string]>> = CHOICE_WORDS[of];
  return list(
    'value',
    of,
    PANEL_WORDS[of],
    values.map((value) => {
      const [label = value, description = ''] = words[value] ?? [];
      return {
        value,
        label: `${PANEL_WORDS[of]}: ${label}`,
        description,
        default: value === now,
      };
    }),
  );
}

/** Every style, the one that is set chosen. */
export const styles = ({ stylePreset }: ServerSettings): Row =>
  list(
    'value',
    'stylePreset',
    PANEL_WORDS.stylePreset,
    styleChoices().map(({ name, value }) => ({
      value,
      label: `${PANEL_WORDS.stylePreset}: ${name}`,
      ...(value === NONE && { description: THE_USUAL }),
      default: value === (stylePreset ?? NONE),
    })),
  );

/** Every shape, the one that is set chosen. */
export const shapes = ({ aspectRatio = '1:1' }: ServerSettings): Row =>
  list(
    'value',
    'aspectRatio',
    PANEL_WORDS.aspectRatio,
    aspectRatios.map((value) => ({
      value,
      label: `${PANEL_WORDS.aspectRatio}: ${shapeName(value)}`,
      ...(value === '1:1' && { description: THE_USUAL }),
      default: value === aspectRatio,
    })),
  );

/** Opens the form for the limit of what is chosen. */
export function share(of: Table): Row {
  const menu = { custom_id: idOf('share', of), placeholder: PANEL_WORDS.shareOf[of] };
  return of === 'channels'
    ? row({ type: ComponentType.ChannelSelect, channel_types: PLACES, ...menu })
    : row({ type: ComponentType.RoleSelect, ...menu });
}
