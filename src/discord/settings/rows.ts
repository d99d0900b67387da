import { ComponentType } from 'discord.js';
import type { ServerSettings } from '../../settings/documents.ts';
import type { Setting, Table } from '../../settings/orders.ts';
import { AGE_POLICIES, REVIEW_MODES } from '../../settings/policy.ts';
import {
  SECTIONS,
  type Section,
  type SettingsPage,
  setOn,
  sharesOf,
} from '../../settings/sections.ts';
import { goneOf, type Things } from '../../settings/things.ts';
import { goneLabel, PAGE_WORDS, PANEL_WORDS, resetLabel } from '../../words/settings-panel.ts';
import { button, choice, list, names, outlet, type Row, shapes, share, styles } from './menus.ts';

/** The menus and buttons of a page; what was deleted is in no menu of channels or roles. */
export function settingsRows(
  section: Section,
  settings: ServerSettings,
  things: Things | undefined,
): Row[] {
  const rows = section === 'overview' ? [] : pageRows(section, settings, things);
  return [pageRow(section), ...rows];
}

/**
 * The same rows with menus of their own, in which nothing is chosen but what is set: Discord’s apps keep
 * showing what somebody chose for as long as a menu is the same.
 * @param id what no panel had before.
 */
export const afresh = (rows: readonly Row[], id: string): Row[] =>
  rows.map((row) => ({
    ...row,
    components: row.components.map((part) =>
      'custom_id' in part && part.type !== ComponentType.Button
        ? { ...part, custom_id: `${part.custom_id}:${id}` }
        : part,
    ),
  }));

const pageRow = (section: Section): Row =>
  list(
    'page',
    'all',
    PANEL_WORDS.page,
    (['overview', ...Object.keys(SECTIONS)] as Section[]).map((value) => ({
      value,
      label: PAGE_WORDS[value].title,
      description: PAGE_WORDS[value].hint,
      default: value === section,
    })),
  );

function pageRows(page: SettingsPage, settings: ServerSettings, things: Things | undefined): Row[] {
  const reset = resetRow(page, settings, things);
  switch (page) {
    case 'place':
      return [
        names('channels', settings, things),
        names('roles', settings, things),
        choice('agePolicy', AGE_POLICIES, settings),
        ...reset,
      ];
    case 'limits':
      return [button('amounts', PANEL_WORDS.amounts), ...reset];
    case 'shares':
      return [
        share('channels'),
        share('roles'),
        ...sharesRow('channels', settings, things),
        ...sharesRow('roles', settings, things),
      ];
    case 'review':
      return [
        choice('review', REVIEW_MODES, settings),
        outlet('reviewChannel', settings, things),
        button('days', PANEL_WORDS.days),
        ...reset,
      ];
    case 'defaults':
      return [
        styles(settings),
        shapes(settings),
        button('negative', PANEL_WORDS.negativePrompt),
        ...reset,
      ];
    case 'records':
      return [
        outlet('logChannel', settings, things),
        button('records', PANEL_WORDS.retentionDays),
        ...reset,
      ];
  }
}

/** Names a setting in the value of a menu. */
const nameOf = (setting: Setting): string =>
  setting.kind === 'share' ? `share:${setting.of}:${setting.id}` : `${setting.kind}:${setting.of}`;

function sharesRow(of: Table, settings: ServerSettings, things: Things | undefined): Row[] {
  const options = sharesOf(settings, of).map((setting) => ({
    value: nameOf(setting),
    label: resetLabel(setting, things),
  }));
  if (options.length === 0) return [];
  return [list('reset', of, PANEL_WORDS.resetShares[of], options, options.length)];
}

function resetRow(page: SettingsPage, settings: ServerSettings, things: Things | undefined): Row[] {
  const gone = (['channels', 'roles'] as const).flatMap((of) => {
    const { length } = goneOf(things, of, settings[of]);
    return page === 'place' && length > 0
      ? [{ value: `gone:${of}`, label: goneLabel(of, length) }]
      : [];
  });
  const set = setOn(page, settings).map((setting) => ({
    value: nameOf(setting),
    label: resetLabel(setting, things),
  }));
  const options = [...gone, ...set];
  if (options.length === 0) return [];
  return [list('reset', page, PANEL_WORDS.reset, options, options.length)];
}
