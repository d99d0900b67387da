import {
  type Actor,
  type Case,
  type End,
  FORGOTTEN,
  type Link,
  type News,
} from '../moderation/case-documents.ts';
import type { Annotated } from '../moderation/decide.ts';
import type { Facts, Outcome } from '../moderation/facts.ts';
import { readSettingText, RULES_SETTING } from '../moderation/rules/setting-text.ts';
import { WHOLE_REASON } from './reason.ts';
import { shutOutText } from './review.ts';
import { counted, disarmWithin, timestamp } from './text.ts';

const RULE_LENGTH = 250;
const VALUE_LENGTH = 250;

/** Mentions of channels, roles or members, as they are shown; they notify nobody in a log. */
const MENTIONS = /^<(?:#|@&?)\d{17,20}>(?:, <(?:#|@&?)\d{17,20}>)*$/;

/** Ends after which there is no message any more. */
const GONE: readonly Outcome[] = ['deleted', 'lost'];

/** A setting's name ends with the channel or role that it is about. */
const MENTION_AT_END = /^(.*?)(<(?:#|@&)\d{17,20}>)?$/s;

/** A case as it is told. */
export interface ToldCase {
  readonly guildId: string;
  readonly number: number;
  readonly entry: Case;
}

/** What a server's log channel is told of a case, in one line and its reason below. */
export function caseText(
  { guildId, number, entry }: ToldCase,
  news: Exclude<News, 'counted' | 'not-hidden'>,
): string {
  const { end, link, at, reason, facts } = entry;
  const head = `**Case ${number}**`;
  if (news === 'second-look') return secondLookText({ guildId, number, entry });
  if (news === 'delayed') return delayedText({ guildId, number, entry });
  if (news === 'ended') {
    const isThere = link !== null && !(end !== null && GONE.includes(end.outcome));
    return `${head} · ${caseEndText(entry, isThere ? [linkText(guildId, link)] : [])}`;
  }
  return [
    [
      head,
      upperFirst(factsText(entry)),
      ...(link === null ? [] : [whereText(guildId, link, facts.kind !== 'delete')]),
      timestamp(at, 'f'),
    ].join(' · '),
    ...reasonLines(reason),
  ].join('\n');
}

const reasonLines = (reason: string | null): readonly string[] =>
  reason === null ? [] : [`> ${disarmWithin(reason, WHOLE_REASON)}`];

function secondLookText({ guildId, number, entry: { facts, target } }: ToldCase): string {
  const asked = facts.kind === 'refusal' ? facts.secondLook : undefined;
  const who = actorName(target);
  const line = [
    `**Case ${number}** · ${upperFirst(who)} asks for a second look at this refusal`,
    ...(facts.kind === 'refusal' ? [`It was for ${ruleText(facts.rule)}`] : []),
    ...(asked?.link ? [linkText(guildId, asked.link)] : []),
    ...(asked === undefined ? [] : [timestamp(asked.at, 'f')]),
  ].join(' · ');
  const isOurs = facts.kind === 'refusal' && facts.rule.origin === 'server';
  const change = isOurs ? '; `/moderation rules` changes the rule' : '';
  return `${line}\n-# \`/moderation case number:${number}\` shows what was typed, while it is kept${change}.`;
}

function delayedText({ guildId, number, entry: { link, target } }: ToldCase): string {
  const where = link === null ? 'the review channel' : `<#${link.channel}>`;
  const what = [
    `**Case ${number}** · What ${actorName(target)} asked for is approved and not shown yet`,
    ...(link === null ? [] : [linkText(guildId, link)]),
  ].join(' · ');
  return `${what}\n${upperFirst(shutOutText(where))}`;
}

/** Leads to a message; for one that was deleted says where it was. */
const whereText = (guildId: string, link: Link, isThere: boolean): string =>
  isThere ? linkText(guildId, link) : `in <#${link.channel}>`;

/** A link to a message. */
export const linkText = (guildId: string, { channel, message }: Link): string =>
  `[message](https://discord.com/channels/${guildId}/${channel}/${message})`;

/** What a log channel is told in place of a case that is broken. */
export const brokenCaseText = (number: number): string =>
  `**Case ${number}** · It is damaged and cannot be read. Please tell the bot’s operator.`;

/** How somebody is named in a case; it notifies nobody where nobody may be notified. */
export function actorName(member: Actor | null): string {
  if (member === null) return 'somebody unknown';
  if (member === 'bot') return 'the bot';
  return member === FORGOTTEN ? 'a forgotten member' : `<@${member}>`;
}

const untilText = (until: number | null): string =>
  until === null ? 'for ever' : `until ${timestamp(until, 'f')}`;

type Rule = Extract<Facts, { kind: 'refusal' }>['rule'];
type Setting = Extract<Facts, { kind: 'setting' }>;

const ruleText = ({ text, origin }: Rule): string =>
  `${origin === 'operator' ? 'the operator’s' : 'the server’s'} rule “${disarmWithin(text, RULE_LENGTH)}”`;

function factsText({ facts, actor, target, end }: Case): string {
  const who = actorName(actor);
  const whom = actorName(target);
  switch (facts.kind) {
    case 'refusal': {
      const what = facts.where === 'prompt' ? 'a prompt' : 'a negative prompt';
      const asked = facts.secondLook;
      const again = asked ? `; a second look was asked for ${timestamp(asked.at, 'R')}` : '';
      return `${what} of ${whom} was refused for ${ruleText(facts.rule)}${again}`;
    }
    case 'flag': {
      const what = facts.where === 'prompt' ? 'a prompt' : 'a negative prompt';
      return `${what} of ${whom} was let through and is flagged for ${ruleText(facts.rule)}`;
    }
    case 'provider':
      return `the image service’s content filter refused what ${whom} asked for`;
    case 'review': {
      const waits = facts.pictures === 1 ? 'waits' : 'wait';
      const wait = end === null ? waits : 'waited';
      const why = facts.rule === null ? '' : `, for ${ruleText(facts.rule)}`;
      return `${counted(facts.pictures, 'picture')} of ${whom} ${wait} for a moderator${why}`;
    }
    case 'report':
      return `${who} reported a picture of ${whom}`;
    case 'block': {
      const { before } = facts;
      const formerly =
        before === null ? '' : ` (before: by ${actorName(before.by)} ${untilText(before.until)})`;
      return `${who} blocked ${whom} ${untilText(facts.until)}${formerly}`;
    }
    case 'unblock': {
      const { before } = facts;
      const formerly =
        before === null
          ? 'the block was damaged'
          : `blocked by ${actorName(before.by)} ${untilText(before.until)}`;
      return `${who} unblocked ${whom} (${formerly})`;
    }
    case 'delete': {
      const whose = actor === target && actor !== FORGOTTEN ? 'their own' : whom;
      return `${who} deleted ${counted(facts.pictures, 'picture')} of ${whose}`;
    }
    case 'hide': {
      const why = facts.reports === null ? '' : ` after ${counted(facts.reports, 'report')}`;
      return `${who} hid ${counted(facts.pictures, 'picture')} of ${whom}${why}`;
    }
    case 'show':
      return `${who} showed ${counted(facts.pictures, 'picture')} of ${whom} again`;
    case 'setting': {
      if (facts.name === RULES_SETTING)
        return `${who} changed the prompt rules: ${editText(facts)}`;
      const [, words = '', mention = ''] = MENTION_AT_END.exec(facts.name) ?? [];
      const space = words.endsWith(' ') ? ' ' : '';
      const name = `${disarmWithin(words, VALUE_LENGTH)}${space}${mention}`;
      return `${who} changed ${name} from ${valueText(facts.before)} to ${valueText(facts.after)}`;
    }
  }
}

/** Rules that were added and taken away; the others stay. */
const editText = ({ before, after }: Pick<Setting, 'before' | 'after'>): string =>
  [
    ...(after === null ? [] : [`added ${rulesText(after)}`]),
    ...(before === null ? [] : [`removed ${rulesText(before)}`]),
  ].join(', ');

function rulesText(kept: string): string {
  const { count, words } = readSettingText(kept);
  const quoted = `“${disarmWithin(words, VALUE_LENGTH)}”`;
  return count === 1 ? quoted : `${counted(count, 'rule')}: ${quoted}`;
}

function valueText(value: string | null): string {
  if (value === null) return 'nothing';
  return MENTIONS.test(value) ? value : `“${disarmWithin(value, VALUE_LENGTH)}”`;
}

function outcomeText(outcome: Outcome, whom: string): string {
  switch (outcome) {
    case 'shown':
      return `approved what ${whom} asked for`;
    case 'rejected':
      return `rejected what ${whom} asked for`;
    case 'withdrawn':
      return 'took back what they had asked for';
    case 'lost':
      return `could not show what ${whom} asked for: the review channel, the pictures there, or the channel it was meant for is gone or closed to it`;
    case 'lapsed':
      return `let what ${whom} asked for go: nobody decided in time`;
    case 'dismissed':
      return `dismissed the report about ${whom}`;
    case 'hidden':
      return `hid what was reported of ${whom}`;
    case 'deleted':
      return `deleted what was reported of ${whom}`;
    case 'blocked':
      return `blocked ${whom} for what was reported`;
  }
}

/**
 * How a case ended, and when, in one line and its reason below.
 * @param where links to what it is about.
 */
export function caseEndText({ target, end }: Case, where: readonly string[] = []): string {
  if (end === null) return 'It is open.';
  const { by, outcome, at, reason = null } = end;
  const who = upperFirst(actorName(by));
  return [
    [`${who} ${outcomeText(outcome, actorName(target))}`, ...where, timestamp(at, 'f')].join(' · '),
    ...reasonLines(reason),
  ].join('\n');
}

/**
 * Tells a moderator that it is decided already.
 * @param viewer the moderator, whose own decision it may be: a button may be pressed twice.
 */
export const closedBeforeText = (
  { outcome, by, at }: End,
  target: Case['target'],
  viewer: string,
): string =>
  `${by === viewer ? 'You decided before' : 'Somebody was faster'}: ${actorName(by)} ${outcomeText(outcome, actorName(target))} ${timestamp(at, 'R')}. Nothing was changed.`;

/** Tells a moderator that another one wrote, or took away, a note meanwhile. */
export function annotatedBeforeText({
  note,
}: Extract<Annotated, { kind: 'annotated-before' }>): string {
  const what =
    note === null
      ? 'the note was taken away meanwhile.'
      : `${actorName(note.by)} wrote a note ${timestamp(note.at, 'R')}: “${disarmWithin(note.text, WHOLE_REASON)}”.`;
  return `Somebody was faster: ${what} Yours was not kept.`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
