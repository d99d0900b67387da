import type { SettingValue } from '../settings/change.ts';
import type { LimitField, Setting, Table, ValueName } from '../settings/orders.ts';
import { USUAL } from '../settings/policy.ts';
import { isGone, type Things } from '../settings/things.ts';
import { shapeName, styleName } from './choices.ts';
import { limitAmount } from './limits.ts';
import { counted, disarmWithin } from './text.ts';

/** What the words of a value depend on besides the value. */
export interface Surroundings {
  readonly usualCooldownMs: number;
  /** The bot's own limit of pictures of one member in the queue. */
  readonly queuePerMember: number;
  /** Undefined where Discord did not say. */
  readonly things?: Things | undefined;
}

const LIMIT_TITLES: Readonly<Record<LimitField, string>> = {
  server: 'Own ceiling of the server',
  memberDay: 'Each member, a day',
  memberMonth: 'Each member, a month',
};

const VALUE_TITLES: Readonly<Record<ValueName, string>> = {
  cooldownSeconds: 'Cooldown',
  queuePerMember: 'Queue, each member',
  review: 'Review before posting',
  reviewChannel: 'Review channel',
  newMemberDays: 'New members',
  agePolicy: 'Age restriction',
  stylePreset: 'Style',
  aspectRatio: 'Shape',
  negativePrompt: 'Never in a picture',
  retentionDays: 'Prompts in cases',
  reportsToHide: 'Reports that hide a picture',
  logChannel: 'Log channel',
};

/** A setting by its name for people, with a mention where it is about a channel or a role. */
export function settingTitle(setting: Setting): string {
  switch (setting.kind) {
    case 'limit':
      return LIMIT_TITLES[setting.of];
    case 'share':
      return `Limit of ${mentionOf(setting.of, setting.id)}`;
    case 'names':
      return setting.of === 'channels' ? 'Channels for /imagine' : 'Roles that may use /imagine';
    case 'value':
      return VALUE_TITLES[setting.of];
  }
}

/** A setting's value in words; undefined is the usual, which is said as well. */
export function settingValue(setting: Setting, value: SettingValue, around: Surroundings): string {
  switch (setting.kind) {
    case 'limit':
      return setting.of === 'server'
        ? limitAmount('month', value as number | undefined, 'none')
        : limitAmount(setting.of === 'memberDay' ? 'day' : 'month', value as number | undefined);
    case 'share':
      return limitAmount('month', value as number | undefined);
    case 'names':
      return Array.isArray(value) ? namesText(setting.of, value, around.things) : EVERY[setting.of];
    case 'value':
      return valueText(setting.of, value as string | number | undefined, around);
  }
}

const EVERY: Readonly<Record<Table, string>> = { channels: 'everywhere', roles: 'everybody' };

/** A channel or a role as Discord shows it. */
export const mentionOf = (of: Table, id: string): string =>
  of === 'channels' ? `<#${id}>` : `<@&${id}>`;

/** Those that are there, and how many are not any more. */
function namesText(of: Table, ids: readonly string[], things: Things | undefined): string {
  const there = ids.filter((id) => !isGone(things, of, id));
  const gone = ids.length - there.length;
  const one = of === 'channels' ? 'channel' : 'role';
  return [
    ...there.map((id) => mentionOf(of, id)),
    ...(gone === 0 ? [] : [gone === 1 ? `a deleted ${one}` : `${gone} deleted ${one}s`]),
  ].join(', ');
}

const NEGATIVE_LENGTH = 180;

function valueText(
  name: ValueName,
  value: string | number | undefined,
  around: Surroundings,
): string {
  switch (name) {
    case 'cooldownSeconds': {
      const usual = around.usualCooldownMs / 1000;
      return usually(value, usual, (seconds) =>
        seconds === 0 ? 'none' : counted(Number(seconds), 'second'),
      );
    }
    case 'queuePerMember':
      return usually(value, around.queuePerMember, (pictures) =>
        counted(Number(pictures), 'picture'),
      );
    case 'newMemberDays':
      return usually(value, USUAL.newMemberDays, (days) => `for ${counted(Number(days), 'day')}`);
    case 'retentionDays':
      return usually(value, USUAL.retentionDays, (days) =>
        days === 0 ? 'not kept' : `kept for ${counted(Number(days), 'day')}`,
      );
    case 'reportsToHide':
      return usually(value, USUAL.reportsToHide, (reports) => counted(Number(reports), 'member'));
    case 'review':
      return usually(value, USUAL.review, (mode) => choiceName('review', String(mode)));
    case 'agePolicy':
      return usually(value, USUAL.agePolicy, (policy) => choiceName('agePolicy', String(policy)));
    case 'stylePreset':
      return styleName(value === undefined ? null : String(value));
    case 'aspectRatio':
      return shapeName(String(value ?? '1:1'));
    case 'negativePrompt':
      return value === undefined ? 'nothing' : disarmWithin(String(value), NEGATIVE_LENGTH);
    case 'logChannel':
    case 'reviewChannel':
      return value === undefined ? 'none' : namesText('channels', [String(value)], around.things);
  }
}

const usually = (
  value: string | number | undefined,
  usual: string | number,
  say: (value: string | number) => string,
): string => (value === undefined ? `${say(usual)}, the usual` : say(value));

/** What can be chosen from, in the order it is listed. */
export const CHOICE_WORDS = {
  review: {
    off: ['off', 'Pictures are posted at once'],
    everybody: ['everybody', 'A moderator sees every picture first'],
    'new-members': ['new members', 'Those of members who joined a few days ago'],
    flagged: ['flagged prompts', 'Those whose prompt comes close to a rule'],
  },
  agePolicy: {
    anywhere: ['anywhere', 'In every channel, age-restricted or not'],
    'restricted-only': ['age-restricted channels only', 'Nowhere else'],
    'unrestricted-only': ['no age-restricted channel', 'Everywhere else'],
  },
} as const;

function choiceName(of: keyof typeof CHOICE_WORDS, value: string): string {
  const words: Readonly<Record<string, readonly [string, string]>> = CHOICE_WORDS[of];
  return words[value]?.[0] ?? value;
}
