import type { ServerSettings } from './documents.ts';
import type { Setting, Table } from './orders.ts';
import { valueOf } from './change.ts';

/** The pages of the settings, besides the overview: each has few enough menus for one message. */
export const SECTIONS = {
  place: [
    { kind: 'names', of: 'channels' },
    { kind: 'names', of: 'roles' },
    { kind: 'value', of: 'agePolicy' },
  ],
  limits: [
    { kind: 'limit', of: 'server' },
    { kind: 'limit', of: 'memberDay' },
    { kind: 'limit', of: 'memberMonth' },
    { kind: 'value', of: 'cooldownSeconds' },
    { kind: 'value', of: 'queuePerMember' },
  ],
  /** The limits of channels and of roles: whichever there are. */
  shares: [],
  review: [
    { kind: 'value', of: 'review' },
    { kind: 'value', of: 'reviewChannel' },
    { kind: 'value', of: 'newMemberDays' },
    { kind: 'value', of: 'reportsToHide' },
  ],
  defaults: [
    { kind: 'value', of: 'stylePreset' },
    { kind: 'value', of: 'aspectRatio' },
    { kind: 'value', of: 'negativePrompt' },
  ],
  records: [
    { kind: 'value', of: 'logChannel' },
    { kind: 'value', of: 'retentionDays' },
  ],
} as const satisfies Readonly<Record<string, readonly Setting[]>>;

/** A page with settings on it. */
export type SettingsPage = keyof typeof SECTIONS;

/** A page of the panel. */
export type Section = 'overview' | SettingsPage;

const isPage = (name: string): name is SettingsPage => Object.hasOwn(SECTIONS, name);

/** A page by its name; the overview for one that this version does not know. */
export const sectionOf = (name: string): Section => (isPage(name) ? name : 'overview');

/** The page that a setting is on. */
export function pageOf({ kind, of }: Pick<Setting, 'kind' | 'of'>): Section {
  if (kind === 'share') return 'shares';
  const pages = Object.entries(SECTIONS) as [SettingsPage, readonly Setting[]][];
  const [page] = pages.find(([, all]) => all.some((one) => one.of === of && one.kind === kind)) ?? [
    'overview' as const,
  ];
  return page;
}

/** The limits that channels, or roles, have. */
export const sharesOf = ({ limits }: ServerSettings, of: Table): Setting[] =>
  Object.keys(limits[of]).map((id) => ({ kind: 'share', of, id }));

/** The settings of a page that are not as usual. */
export const setOn = (page: SettingsPage, settings: ServerSettings): Setting[] =>
  SECTIONS[page].filter((setting) => valueOf(settings, setting) !== undefined);
