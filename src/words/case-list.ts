import { FORGOTTEN } from '../moderation/case-documents.ts';
import type { NumberedCase } from '../moderation/cases.ts';
import type { Outcome } from '../moderation/facts.ts';
import { actorName, caseText, type ToldCase } from './cases.ts';
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

/** A case in a list, on one line. */
export function caseLine({ guildId, ...entry }: NumberedCase & { guildId: string }): string {
  const { number, end, facts, target } = entry;
  const told = caseText({ guildId, number, entry: { ...entry, reason: null } }, 'begun');
  // A report about somebody who was forgotten is kept no longer, so nobody can decide about it.
  const isOpen = facts.kind === 'review' || (facts.kind === 'report' && target !== FORGOTTEN);
  const state = end === null ? (isOpen ? ' · **open**' : '') : ` · ${ENDED[end.outcome]}`;
  if (told.length + state.length < LINE_LENGTH) return told + state;
  return `**Case ${number}** · see \`/moderation case number:${number}\`${state}`;
}

/** Everything that is known of a case, in parts that stand below one another. */
export function wholeCaseText(
  told: ToldCase & { readonly text: string | null },
  more: readonly string[] = [],
): string {
  const { entry, text } = told;
  const { note, end } = entry;
  return [
    caseText(told, 'begun'),
    ...more,
    ...(text === null ? [] : [`**What was typed**\n> ${disarmWithin(text, TEXT_LENGTH)}`]),
    ...(note === null
      ? []
      : [`**Note** by ${actorName(note.by)}\n> ${disarmWithin(note.text, 600)}`]),
    ...(end === null ? [] : [caseText({ ...told, entry: { ...entry, link: null } }, 'ended')]),
  ].join('\n');
}
