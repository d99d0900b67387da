import type { Setting, Table } from '../settings/orders.ts';
import type { Section } from '../settings/sections.ts';
import { isGone, type Things } from '../settings/things.ts';
import { settingTitle } from './setting-values.ts';
import { counted, shorten } from './text.ts';

/** What each page is called, what its entry in the list of pages says, and what stands above it. */
export const PAGE_WORDS: Readonly<
  Record<Section, { readonly title: string; readonly hint: string; readonly text: string }>
> = {
  overview: {
    title: 'Settings of this server',
    hint: 'Everything at a glance',
    text: 'Choose a page below to change something. Every change is in force at once and becomes a case.',
  },
  place: {
    title: 'Who and where',
    hint: 'Channels, roles, age restriction',
    text: 'Where and by whom pictures may be asked for. Threads count for their channel. Where Discord does not say whether a channel is age-restricted, the strict side holds.',
  },
  limits: {
    title: 'Limits and pace',
    hint: 'Credits of the server and of each member, cooldown, queue',
    text: 'What the server and each member may use.',
  },
  shares: {
    title: 'Limits of channels and roles',
    hint: 'What everybody together may use there',
    text: 'What everybody together may use in a channel and its threads, or with a role, in a month. Choose one below to set or change its limit.',
  },
  review: {
    title: 'Review and reports',
    hint: 'Whose pictures a moderator sees first, and where',
    text: 'Pictures that a moderator must see first wait in the review channel. A picture is hidden by itself once enough different members reported it.',
  },
  defaults: {
    title: 'Defaults',
    hint: 'Style, shape, and what is never in a picture',
    text: 'Style and shape are for members who chose none and have no default of their own from `/style`. What must never be in a picture is added to whatever members exclude.',
  },
  records: {
    title: 'Log and records',
    hint: 'Log channel, and how long prompts are kept',
    text: 'The log channel is told of every case, and warned when credits run out. Prompts are kept with cases as long as you say.',
  },
};

/** What menus and buttons say. */
export const PANEL_WORDS = {
  page: 'Choose a page',
  channels: 'Channels for /imagine: everywhere unless you choose',
  roles: 'Roles that may use /imagine: everybody unless you choose',
  agePolicy: 'Age restriction',
  review: 'Review before posting',
  reviewChannel: 'Review channel',
  logChannel: 'Log channel',
  stylePreset: 'Style',
  aspectRatio: 'Shape',
  shareOf: { channels: 'Set the limit of a channel…', roles: 'Set the limit of a role…' },
  reset: 'Reset to the usual…',
  resetShares: {
    channels: 'Take limits of channels away…',
    roles: 'Take limits of roles away…',
  },
  amounts: 'Change amounts…',
  days: 'Days and reports…',
  negativePrompt: 'Never in a picture…',
  retentionDays: 'Days that prompts are kept…',
} as const;

/** Beside a style, a shape or another choice that is there where nothing was set. */
export const THE_USUAL = 'The usual';

const LABEL_LENGTH = 100;

/** A setting in a menu, where mentions are not shown. */
export function resetLabel(setting: Setting, things: Things | undefined): string {
  if (setting.kind !== 'share') return settingTitle(setting);
  return shorten(thingName(setting.of, setting.id, things), LABEL_LENGTH);
}

/** A channel or a role by its name, as far as that is known. */
export function thingName(of: Table, id: string, things: Things | undefined): string {
  const one = of === 'channels' ? 'channel' : 'role';
  const name = things?.[of].get(id);
  if (name !== undefined) return of === 'channels' ? `#${name}` : `@${name}`;
  return isGone(things, of, id) ? `A deleted ${one} (${id})` : `The ${one} ${id}`;
}

/** The entry of a menu that takes away what was deleted. */
export const goneLabel = (of: Table, count: number): string =>
  `${of === 'channels' ? 'Channels' : 'Roles'}: remove ${counted(count, 'deleted one')}`;
