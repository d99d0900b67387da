import type { Gauge } from '../credits/limits.ts';
import type { SayRefusal } from '../discord/moderation/log-channel.ts';
import type { Facts } from '../moderation/facts.ts';
import type { ChangeVerdict, SettingValue, Step } from '../settings/change.ts';
import { MAX_NAMED_LIMITS } from '../settings/documents.ts';
import type { Setting } from '../settings/orders.ts';
import { MAX_NAMED } from '../settings/policy.ts';
import type { Overview } from '../settings/settings.ts';
import { budgetAmount } from './limits.ts';
import { settingTitle, settingValue, type Surroundings } from './setting-values.ts';
import { UNCHANGED } from './state.ts';
import { counted, shorten } from './text.ts';

/** For members who may not manage the server, or may not any more. */
export const SETTINGS_NOT_ALLOWED = `Only members who may manage this server can see and change its settings. ${UNCHANGED}`;

/** For menus and forms that this version of the bot does not know, or values out of their bounds. */
export const SETTINGS_UNKNOWN = `This cannot be set like that. ${UNCHANGED} Use \`/settings\` again to see what can be set.`;

/** For a database that failed; a write may have happened all the same. */
export const SETTINGS_UNAVAILABLE =
  'This server’s settings cannot be read or written right now. Please look with `/settings` in a minute before you try again; if it stays like this, tell the bot’s operator.';

/** The first message in a log channel. */
export const LOG_CHANNEL_HELLO =
  'This server’s log is kept here from now on: every case, and a warning when 80 % of a month’s credits are used, and when they are used up.';

/** The first message in a review channel. */
export const REVIEW_CHANNEL_HELLO =
  'Pictures of this server that a moderator must see before they are posted are shown here from now on.';

/** A change as a case tells it. */
export const settingFacts =
  (around: Surroundings) =>
  ({ setting, before, after }: Step): Facts => ({
    kind: 'setting',
    name: settingTitle(setting),
    before: settingInCase(setting, before, around),
    after: settingInCase(setting, after, around),
  });

/** As much of a text as a case keeps, in UTF-16 units. */
const CASE_LENGTH = 250;

/** A value as a case keeps it: a text as it was typed, for it is disarmed where the case is shown. */
const settingInCase = (setting: Setting, value: SettingValue, around: Surroundings): string =>
  setting.kind === 'value' && setting.of === 'negativePrompt' && value !== undefined
    ? shorten(String(value), CASE_LENGTH)
    : settingValue(setting, value, around);

/** What a manager is told of a change: what was, what is now, and what is used of it already. */
export function settingsAnswer(
  verdict: ChangeVerdict,
  now: Overview | undefined,
  around: Surroundings,
): string {
  switch (verdict.kind) {
    case 'changed': {
      const { setting, before, after } = verdict;
      const was = settingValue(setting, before, around);
      const line = `**${settingTitle(setting)}**: ${settingValue(setting, after, around)} (before: ${was}).`;
      return `${line}${usageText(verdict, now)}`;
    }
    case 'as-before':
      return `**${settingTitle(verdict.setting)}** is as it was before.`;
    case 'not-below-budget':
      return `The bot’s owner gives this server ${budgetAmount(verdict.budget)}, and only the bot’s owner can raise it. A ceiling of its own must be lower. ${UNCHANGED}`;
    case 'everyone':
      return `Everybody has this role, so it singles nobody out. ${UNCHANGED}`;
    case 'too-many': {
      const most = verdict.what === 'limits' ? MAX_NAMED_LIMITS : MAX_NAMED;
      const what = verdict.what === 'limits' ? 'have a limit' : 'are named';
      return `${most} ${verdict.of} ${what} already, and that is the most. Take one away first. ${UNCHANGED}`;
    }
  }
}

/** Why a channel cannot be used, what is missing, and that nothing was changed. */
export function channelRefused(
  channelId: string,
  why: SayRefusal | 'lost',
  withPictures: boolean,
): string {
  const channel = `<#${channelId}>`;
  const needed = withPictures
    ? 'View Channel, Send Messages and Attach Files'
    : 'View Channel and Send Messages';
  switch (why) {
    case 'may-not-see':
      return `The bot cannot see ${channel}. Give it ${needed} there and try again. ${UNCHANGED}`;
    case 'may-not-write':
      return withPictures
        ? `The bot may not post pictures in ${channel}. Give it Send Messages and Attach Files there and try again. ${UNCHANGED}`
        : `The bot may not write in ${channel}. Give it Send Messages there and try again. ${UNCHANGED}`;
    case 'gone':
      return `${channel} is not there any more. ${UNCHANGED}`;
    case 'not-accepted':
      return `Discord does not let the bot post in ${channel}. It needs ${needed} there. ${UNCHANGED}`;
    case 'lost':
      return `Discord did not say whether the bot can post in ${channel}. ${UNCHANGED} Please try again in a minute.`;
  }
}

/** As much as a message takes besides what is said below (Discord's docs). */
const SAID_LENGTH = 1_800;

/** What came of several changes, a line each: as many as a message takes, and how many more there are. */
export function saidText(lines: readonly string[]): string {
  let said = '';
  for (const [index, line] of lines.entries()) {
    const longer = index === 0 ? line : `${said}\n${line}`;
    if (longer.length > SAID_LENGTH) {
      return `${said}\nAnd ${lines.length - index} more: \`/moderation cases\` lists every change.`.trim();
    }
    said = longer;
  }
  return said;
}

function usageText({ setting, before, after }: Step, now: Overview | undefined): string {
  if (now === undefined) return '';
  if (setting.kind === 'limit' && setting.of === 'server') {
    return ` The bot’s owner gives ${budgetAmount(now.view.budget)}; ${usedText(now.gauges[0].used)}.`;
  }
  if (setting.kind !== 'share' || after === undefined) return '';
  const gauge = now.gauges.find(({ name }) => 'id' in name && name.id === setting.id);
  if (gauge === undefined) return '';
  if (setting.of === 'channels' || before !== undefined) return ` Already ${usedText(gauge.used)}.`;
  return gauge.used === 0
    ? ' What members with this role use is counted from this moment.'
    : ` What members with this role use is counted from this moment, and ${counted(gauge.used, 'credit')} of an earlier limit this month.`;
}

const usedText = (used: number): string =>
  `${counted(used, 'credit')} ${used === 1 ? 'is' : 'are'} used this month`;

/** What is used of a limit that members share. */
export const gaugeText = ({ limit, used }: Gauge): string =>
  `${used} of ${counted(limit, 'credit')} used`;
