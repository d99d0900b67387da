import type { NumberedCase } from '../moderation/cases.ts';
import type { Outcome } from '../moderation/facts.ts';
import { actorName, caseEndText, caseText, type ToldCase } from './cases.ts';
import { disarmWithin } from './text.ts';

/** Ten of these, and what is between them, fit into one embed, which takes 4,096 (Discord's docs). */
const LINE_LENGTH = 400;
const TEXT_LENGTH = 2_000;

/** The heading of a list of cases. */
export const casesHeading = (userId: string | undefined): string =>
  userId === undefined ? 'Cases of this server' : 'Cases about a member';

/**
 * Said in place of an empty list.
 * @param isFirst whether it is the first page.
 */
export function noCasesText(userId: string | undefined, isFirst: boolean): string {
  const about = userId === undefined ? '' : ` about <@${userId}>`;
  return isFirst ? `This server has no cases${about}.` : `There are no older cases${about}.`;
}

/** For a number that no case has. */
export const noCaseText = (number: number): string =>
  `This server has no case ${number}. \`/moderation cases\` lists those that there are.`;

/** How a case ended, as moderators and members know it. */
const ENDED: Readonly<Record<Outcome, string>> = {
  shown: 'approved',
  rejected: 'rejected',
  withdrawn: 'taken back',
  lost: 'could not be shown',
  lapsed: 'let go',
  dismissed: 'dismissed',
  hidden: 'hidden',
  deleted: 'deleted',
  blocked: 'blocked',
};

/** For a report that nobody decided about before it was forgotten. */
export const REPORT_OVER =
  'Nobody decided about this report, and it is not kept any more: there is nothing left to press.';

/**
 * A case in a list, on one line.
 * @param isOpen whether somebody can decide about it.
 */
export function caseLine(
  { guildId, ...entry }: NumberedCase & { guildId: string },
  isOpen: boolean,
): string {
  const { number, end } = entry;
  const told = caseText({ guildId, number, entry: { ...entry, reason: null } }, 'begun');
  const undecided = isOpen ? ' · **open**' : '';
  const state = end === null ? undecided : ` · ${ENDED[end.outcome]}`;
  if (told.length + state.length < LINE_LENGTH) return told + state;
  return `**Case ${number}** · see \`/moderation case number:${number}\`${state}`;
}

/** Everything that is known of a case, in parts that stand below one another. */
export function wholeCaseText(
  told: ToldCase & { readonly text: string | null },
  more: readonly string[] = [],
): string {
  const { number, entry, text } = told;
  const { note, end } = entry;
  return [
    caseText(told, 'begun'),
    ...more,
    ...(text === null ? [] : [`**What was typed**\n> ${disarmWithin(text, TEXT_LENGTH)}`]),
    ...(note === null
      ? []
      : [`**Note** by ${actorName(note.by)}\n> ${disarmWithin(note.text, 600)}`]),
    ...(end === null ? [] : [`**Case ${number}** · ${caseEndText(entry)}`]),
  ].join('\n');
}
