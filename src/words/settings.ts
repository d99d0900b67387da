import type { Gauge, LimitName } from '../credits/limits.ts';
import type { SayRefusal } from '../discord/log-channel.ts';
import type { Outcome } from '../settings/carry-out.ts';
import type { LimitStep } from '../settings/change.ts';
import { MAX_NAMED_LIMITS } from '../settings/documents.ts';
import type { Overview } from '../settings/settings.ts';
import { budgetAmount, limitAmount, limitSubject } from './limits.ts';
import { counted } from './text.ts';

const UNCHANGED = 'Nothing was changed.';

/** For members who may not manage the server. */
export const SETTINGS_NOT_ALLOWED = `Only members who may manage this server can see and change its settings. ${UNCHANGED}`;

/** For options that this version of the bot does not know, or values out of their bounds. */
export const SETTINGS_UNKNOWN = `This cannot be set like that. ${UNCHANGED} Restart your Discord app to see the options that there are.`;

/** For a database that failed; a write may have happened all the same. */
export const SETTINGS_UNAVAILABLE =
  'This server’s settings cannot be read or written right now. Please look with `/settings show` in a minute before you try again; if it stays like this, tell the bot’s operator.';

/** Said while the log channel is tried. */
export const LOG_CHANNEL_TRYING = 'Posting a first message there…';

/** The first message in a log channel. */
export const LOG_CHANNEL_HELLO =
  'Credits of this server will be reported here: when 80 % of a month’s credits are used, and when they are used up.';

/** What a manager is told of a change: what was, what is now, and what is used of it already. */
export function settingsAnswer({ verdict, now }: Outcome): string {
  switch (verdict.kind) {
    case 'limits':
      return [...verdict.steps.map((step) => stepText(step, now)), 'It is in force now.'].join(
        '\n',
      );
    case 'cleared': {
      const list = verdict.steps.map(({ name, before = 0 }) => `${mention(name)} (${before})`);
      return list.length === 0
        ? `No ${verdict.of === 'channels' ? 'channel' : 'role'} had a limit. ${UNCHANGED}`
        : `These ${verdict.of} have no limit any more: ${list.join(', ')}.`;
    }
    case 'log': {
      const before = verdict.before === undefined ? 'nowhere' : `in <#${verdict.before}>`;
      return verdict.after === undefined
        ? `Warnings about this server’s credits are not posted any more (before: ${before}).`
        : `Warnings about this server’s credits are posted in <#${verdict.after}> (before: ${before}).`;
    }
    case 'nothing-given':
      return `Name a limit for a day, for a month, or both; 0 is no limit. ${UNCHANGED}`;
    case 'not-below-budget':
      return `The bot’s owner gives this server ${budgetAmount(verdict.budget)}, and only the bot’s owner can raise it. A ceiling of its own must be lower. ${UNCHANGED}`;
    case 'everyone':
      return `Everybody has this role: use \`/settings server\` for all members together, or \`/settings member\` for each of them. ${UNCHANGED}`;
    case 'too-many':
      return `${MAX_NAMED_LIMITS} ${verdict.of} have a limit already, and that is the most. Take one away first, with 0. ${UNCHANGED}`;
  }
}

/** Why a channel cannot be the log channel, and what to do. */
export function logChannelRefused(channelId: string, why: SayRefusal | 'lost'): string {
  const channel = `<#${channelId}>`;
  switch (why) {
    case 'may-not-see':
      return `The bot cannot see ${channel}. Give it View Channel and Send Messages there and try again. ${UNCHANGED}`;
    case 'may-not-write':
      return `The bot may not write in ${channel}. Give it Send Messages there and try again. ${UNCHANGED}`;
    case 'gone':
      return `${channel} is not there any more. ${UNCHANGED}`;
    case 'not-accepted':
      return `Discord does not let the bot write in ${channel}. It needs View Channel and Send Messages there. ${UNCHANGED}`;
    case 'lost':
      return `Discord did not say whether the bot can write in ${channel}. ${UNCHANGED} Please try again in a minute.`;
  }
}

function stepText({ name, before, after }: LimitStep, now: Overview | undefined): string {
  const was = before === after ? 'as before' : `before: ${limitAmount(name, before)}`;
  const set = `${limitSubject(name)}: ${limitAmount(name, after)} (${was}).`;
  const gauge = now?.gauges.find((each) => isSame(each.name, name));
  if (now === undefined || gauge === undefined) return set;
  const { used } = gauge;
  switch (name.of) {
    case 'server':
      return `${set} The bot’s owner gives ${budgetAmount(now.view.budget)}; ${usedText(used)}.`;
    case 'role':
      if (before !== undefined) break;
      return used === 0
        ? `${set} What members with this role use is counted from this moment.`
        : `${set} What members with this role use is counted from this moment, and ${counted(used, 'credit')} of an earlier limit this month.`;
    case 'channel':
    case 'member-day':
    case 'member-month':
      break;
  }
  return `${set} Already ${usedText(used)}.`;
}

const usedText = (used: number): string =>
  `${counted(used, 'credit')} ${used === 1 ? 'is' : 'are'} used this month`;

const mention = (name: LimitName): string => {
  if (name.of === 'channel') return `<#${name.id}>`;
  return name.of === 'role' ? `<@&${name.id}>` : name.of;
};

function isSame(a: LimitName, b: LimitName): boolean {
  return a.of === b.of && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');
}

/** A limit that members share, with what is used of it. */
export const gaugeText = ({ name, limit, used }: Gauge): string =>
  `${mention(name)}: ${used} of ${counted(limit, 'credit')} used`;
