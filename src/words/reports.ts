import type { Cover, Handled } from '../reporting/gallery.ts';
import { HIDDEN_KEEP_DAYS, type Report } from '../moderation/report-documents.ts';
import type { Filed } from '../moderation/reports.ts';
import { actorName, linkText, type ToldCase } from './cases.ts';
import { WHOLE_REASON } from './reason.ts';
import { UNCHANGED } from './state.ts';
import { counted, disarmWithin } from './text.ts';

const REASON_SHOWN = 300;

/** The entry in the menu of messages, and its form. */
export const REPORT_WORDS = {
  entry: 'Report picture',
  title: 'Report picture',
  why: 'Why should it not be here?',
  whyNote: 'You may leave this empty. Only moderators see it, and who reported.',
  noPictures:
    'This message shows no picture of this bot, so there is nothing to report. Choose “Report picture” in the menu of one that does.',
  private: 'You alone see this message, so there is nothing to report.',
  stillMaking:
    'Pictures in this message are still being made. Report it when they are finished; a moderator can press Cancel under it now.',
  waiting:
    'Only moderators see these pictures, so there is nothing to report. Approve or reject them with the buttons of their message.',
  own: 'This is your own picture. Press Delete under it to take it away.',
  unavailable:
    'Your report could not be written down because of a problem on our side. Please try again in a minute, or tell a moderator.',
} as const;

/** What a member is told of their report. */
export function filedText(filed: Filed['kind']): string {
  switch (filed) {
    case 'filed':
      return 'Thank you. The moderators of this server have your report; only they see that it is yours.';
    case 'reported-before':
      return 'You reported this message already, and the moderators have it. Thank you.';
    case 'decided':
      return 'Moderators have looked at this message already and decided. If you think that is a mistake, please write to one of them.';
    case 'enough':
      return 'Many members reported this message already, and the moderators know. Thank you.';
  }
}

/** What moderators press under a report, and what they are asked. */
export const RULING_WORDS = {
  hide: 'Hide',
  delete: 'Delete',
  block: 'Block…',
  dismiss: 'Dismiss',
  show: 'Show again',
  blockTitle: 'Block and hide',
  reason: 'Why',
  reasonNote: 'The member is told.',
  duration: 'How long',
  durationNote: '30m, 2h, 7d, 1w or forever; at most 365d',
  usualDuration: '7d',
} as const;

/** What is shown in the place of hidden pictures. */
export function coverText({ author, by, pictures, reports }: Cover): string {
  const of = author === null ? '' : ` of ${actorName(author)}`;
  const what = `${counted(pictures, 'picture')}${of} ${pictures === 1 ? 'was' : 'were'} hidden`;
  if (by !== null) return `*${what} by ${actorName(by)}, a moderator.*`;
  const why = reports === null ? '' : ` after ${counted(reports, 'report')}`;
  return `*${what}${why}, until a moderator has looked.*`;
}

const newest = ({ by }: Report) => by.at(-1);

/** What a log channel is told when more members report the same. */
export function countedText(number: number, report: Report): string {
  const last = newest(report);
  const who = last === undefined ? 'Somebody' : actorName(last.user);
  const why =
    last === undefined || last.reason === null
      ? ''
      : `\n> ${disarmWithin(last.reason, REASON_SHOWN)}`;
  return `**Case ${number}** · ${who} reported it as well: ${counted(report.by.length, 'report')} by now${why}`;
}

const STUCK =
  'Discord does not let the bot hide them: it needs View Channel and Read Message History there, a thread must not be archived, and the message must still have its pictures.';

/** What a log channel is told where enough members reported pictures that stay visible. */
export function stuckText({ guildId, number, entry: { link } }: ToldCase, reports: number): string {
  const many = counted(reports, 'member');
  const head = `**Case ${number}** · ${many} reported these pictures, but they are still there`;
  const where = link === null ? [] : [linkText(guildId, link)];
  return `${[head, ...where].join(' · ')}\n${STUCK} Decide here, or delete the message yourself.`;
}

/** The same where moderators look at the case. */
export const STUCK_NOTE = `**Still there** · ${STUCK}`;

/** What the reasons of all who reported may take together, in UTF-16 units; an embed takes 4,096. */
const REASONS_TOGETHER = 1_500;

/** Who reported, for moderators, in as few lines as there are members; of a few, the whole reasons. */
export function reportersText({ by }: Pick<Report, 'by'>): string {
  const room = Math.min(WHOLE_REASON, Math.floor(REASONS_TOGETHER / by.length));
  const lines = by.map(({ user, reason, counts }) => {
    const why = reason === null ? '' : `: ${disarmWithin(reason, room)}`;
    return `• ${actorName(user)}${counts ? '' : ' (blocked, does not count)'}${why}`;
  });
  return ['**Reported by**', ...lines].join('\n');
}

/** Why pictures could not be hidden, deleted or shown. */
export function notDoneText(why: Exclude<Handled, 'done'>): string {
  switch (why) {
    case 'gone':
      return `The message, or its channel, was deleted meanwhile: nobody sees the pictures any more. ${UNCHANGED} Dismiss closes the case, and Block… is still possible.`;
    case 'refused':
      return `Discord does not let the bot do that: it needs View Channel, Read Message History and Attach Files there, and the message must still have its pictures. ${UNCHANGED}`;
    case 'lost':
      return 'Discord could not be reached, so it may not have been done. The case is as it was; please press again in a minute.';
  }
}

/** What else a moderator is told of a click. */
export const RULED = {
  noReport: `This report is not kept any more, or is about somebody who asked to be forgotten. ${UNCHANGED}`,
  noAuthor: `Nobody knows any more who asked for these pictures, so nobody can be blocked for them. ${UNCHANGED}`,
  notHidden: `These pictures are not hidden, or were for more than ${HIDDEN_KEEP_DAYS} days and are not kept any more. ${UNCHANGED}`,
  gone: 'The message, or its channel, was deleted meanwhile, so there is nothing to show again.',
  shown: 'The pictures are shown again.',
} as const;

/** What a moderator is told where a block was set but the pictures are still there. */
export const stillThereText = (why: Exclude<Handled, 'done'>): string =>
  why === 'gone'
    ? 'The member is blocked. The message was deleted meanwhile.'
    : 'The member is blocked, but the pictures could not be hidden: delete the message yourself if it must go.';
