import { ASPECT_RATIOS, STYLE_PRESETS } from '../image-api/contract.ts';
import type { Flag } from '../moderation/review.ts';
import type { PictureRequest } from '../request.ts';
import { negativeLine, promptLine } from './prompt-line.ts';
import { counted, disarmWithin, timestamp } from './text.ts';

/** What the buttons of a review say. */
export const REVIEW_LABELS = {
  approve: 'Approve',
  reject: 'Reject…',
  block: 'Reject and block…',
  withdraw: 'Withdraw',
} as const;

/** What the forms behind them say. */
export const REVIEW_FORM_WORDS = {
  reject: 'Reject',
  block: 'Reject and block',
  reason: 'Reason',
  reasonNote: 'The member is told in the channel where they asked; others can read it there.',
  duration: 'Block for how long?',
  durationNote: '30m, 2h, 7d, 1w or forever.',
} as const;

/** What is said to who pressed a button of a review. */
export const REVIEW_WORDS = {
  notModerator:
    'Only somebody who may manage messages in this channel decides about pictures. Nothing was changed.',
  tooEarly: 'It is still being sent. Press again in a moment.',
  unknown: 'Nothing is known of these pictures any more: they were decided about long ago.',
  notYours: 'Only the member who asked for these pictures can take them back.',
  tooLate: 'It was decided about these pictures before. Nothing was changed.',
  noReason: 'Say why in a few words: the member is told. Nothing was changed.',
  notRecorded:
    'The database did not say whether the decision is written down. Look here again in a minute.',
} as const;

const RULE_LENGTH = 200;
const REASON_LENGTH = 500;

/** Pictures that wait, as moderators are told of them. */
interface Waiting {
  readonly userId: string;
  readonly channelId: string;
  readonly request: PictureRequest;
  readonly pictures: number;
  /** The rule that asked for a look; null where every picture waits. */
  readonly rule: Flag['rule'] | null;
}

/** What stands above pictures that wait for a moderator; with every part at its longest below Discord's 2,000. */
export function waitingText({ userId, channelId, request, pictures, rule }: Waiting): string {
  const { prompt, negativePrompt, stylePreset, aspectRatio } = request;
  const facts = [
    `asked by <@${userId}> in <#${channelId}>`,
    ...(stylePreset ? [STYLE_PRESETS[stylePreset]] : []),
    ASPECT_RATIOS[aspectRatio],
  ];
  return [
    `**${counted(pictures, 'picture')} ${pictures === 1 ? 'waits' : 'wait'} for a moderator**`,
    promptLine(prompt),
    ...(negativePrompt ? [negativeLine(negativePrompt)] : []),
    facts.join(' · '),
    ...(rule
      ? [
          `Flagged for ${rule.origin === 'operator' ? 'the operator’s' : 'the server’s'} rule “${disarmWithin(rule.text, RULE_LENGTH)}”.`,
        ]
      : []),
    '-# Shown in that channel and charged once approved; let go, and free, after 7 days.',
  ].join('\n');
}

/** How far a decision is carried out, as moderators are told. */
export type ReviewEnd =
  | { readonly kind: 'approving' | 'delayed'; readonly by: string }
  | { readonly kind: 'shown'; readonly by: string; readonly at: number; readonly link: string }
  | {
      readonly kind: 'rejected';
      readonly by: string;
      readonly at: number;
      readonly reason: string | null;
      readonly isBlocked: boolean;
    }
  | {
      readonly kind: 'withdrawn' | 'lapsed' | 'review-gone' | 'review-closed' | 'channel-gone';
      readonly at: number;
    };

/** Why approved pictures are not shown yet, and what helps. It begins small. */
export const shutOutText = (where: string): string =>
  `the bot cannot fetch the pictures, because it lacks View Channel or Read Message History in ${where}. Once it has both, they are shown. If that takes longer than a day, they are let go. Nothing is charged before they are shown.`;

/** What stands above the same pictures once it is decided about them; the prompt goes. */
export function decidedText(
  { userId, channelId, pictures }: Pick<Waiting, 'userId' | 'channelId' | 'pictures'>,
  number: number | null,
  end: ReviewEnd,
): string {
  const head = number === null ? '' : `**Case ${number}** · `;
  const what = `${counted(pictures, 'picture')} of <@${userId}> in <#${channelId}>`;
  return `${head}${what}\n${endText(end)}`;
}

function endText(end: ReviewEnd): string {
  switch (end.kind) {
    case 'approving':
      return `Approved by <@${end.by}>; on the way to the channel…`;
    case 'delayed':
      return `Approved by <@${end.by}>, but not shown yet: ${shutOutText('this channel')}`;
    case 'shown':
      return `Approved by <@${end.by}> ${timestamp(end.at, 'f')}: ${end.link}`;
    case 'rejected': {
      const why = end.reason === null ? '' : `\n> ${disarmWithin(end.reason, REASON_LENGTH)}`;
      const blocked = end.isBlocked ? ', and their member was blocked' : '';
      return `Rejected by <@${end.by}> ${timestamp(end.at, 'f')}${blocked}. Nothing was charged.${why}`;
    }
    case 'withdrawn':
      return `Taken back by their member ${timestamp(end.at, 'f')}. Nothing was charged.`;
    case 'lapsed':
      return `Nobody decided within 7 days, so they were let go ${timestamp(end.at, 'f')}. Nothing was charged.`;
    case 'review-gone':
      return `Some of what was here is gone, so nothing is shown. Nothing was charged.`;
    case 'review-closed':
      return `Approved, but for a day the bot was not let into this channel, so nothing is shown. Nothing was charged.`;
    case 'channel-gone':
      return `Approved, but Discord did not let the bot post in that channel, so nothing is shown. Nothing was charged.`;
  }
}
