import { DAMAGED, type FoundBlock } from '../moderation/block-documents.ts';
import type { Blocks, ListedBlock } from '../moderation/blocks.ts';
import { actorName } from './cases.ts';
import { WHOLE_REASON } from './reason.ts';
import { UNCHANGED } from './state.ts';
import { disarmWithin, timestamp } from './text.ts';

const REASON_LISTED = 120;

/** When a block ends, exactly and as seen from now. */
const endText = (until: number | null): string =>
  until === null ? 'for ever' : `until ${timestamp(until, 'f')} (${timestamp(until, 'R')})`;

/** What a moderator is told of a block that they set. */
export function blockedText(
  userId: string,
  { block, before }: Awaited<ReturnType<Blocks['block']>>,
): string {
  const why =
    block.reason === null ? '' : ` The reason: “${disarmWithin(block.reason, WHOLE_REASON)}”.`;
  const formerly = before === null ? '' : ` This takes the place of ${formerText(before)}.`;
  return `<@${userId}> is blocked from making pictures in this server ${endText(block.until)}.${why}${formerly} It is case ${block.case}.`;
}

const formerText = (before: FoundBlock): string =>
  before === DAMAGED
    ? 'a block that was damaged'
    : `the block by ${actorName(before.by)} ${endText(before.until)}`;

/** What a moderator is told of a block that they lifted. */
export function unblockedText(
  userId: string,
  lifted: Awaited<ReturnType<Blocks['unblock']>>,
): string {
  if (lifted.kind === 'not-blocked') return `<@${userId}> is not blocked. ${UNCHANGED}`;
  const { before, case: number } = lifted;
  const formerly =
    before === DAMAGED
      ? 'Their block was damaged.'
      : `They were blocked by ${actorName(before.by)} ${endText(before.until)}.`;
  return `<@${userId}> can make pictures again. ${formerly} It is case ${number}.`;
}

/** Why nobody is blocked. */
export const BLOCK_REFUSED = {
  self: `You cannot block yourself. ${UNCHANGED}`,
  bot: `The bot cannot be blocked. ${UNCHANGED}`,
} as const;

/** Why moderators do not lift a block on themselves, unless they may manage the server. */
export const UNBLOCK_SELF = `You cannot lift a block on yourself: ask another moderator, or a manager of the server. ${UNCHANGED}`;

/** The heading of a list of blocks. */
export const BLOCKED_HEADING = 'Blocked from making pictures';

/** Said in place of an empty list. */
export const NOBODY_BLOCKED = 'Nobody is blocked from making pictures in this server.';

/** The same on a page that is not the first one. */
export const NO_MORE_BLOCKED = 'Nobody is blocked from here on any more.';

/** A block in a list. */
export function blockLine({ userId, block }: ListedBlock): string {
  if (block === DAMAGED) {
    return `<@${userId}> · this block is damaged and cannot be read: they cannot ask for pictures until you set it anew with \`/moderation block\` or lift it with \`/moderation unblock\``;
  }
  const { by, until, reason, case: number } = block;
  const why = reason === null ? '' : `\n> ${disarmWithin(reason, REASON_LISTED)}`;
  return `<@${userId}> · ${endText(until)} · by ${actorName(by)} · case ${number}${why}`;
}
