import type { Pending } from '../outcome.ts';
import type { PictureRequest } from '../request.ts';
import { promptLine } from './prompt-line.ts';
import { counted, timestamp } from './text.ts';

/** Before the one line of a message that says how far things are. */
const MARK = '⏳ ';

/** The button beside it. */
export const CANCEL_LABEL = 'Cancel';

/** Where pictures are before any can be shown. */
export type Phase =
  /** Waiting in the line, or being painted. */
  | ({ readonly kind: 'making' } & Pending)
  /** Finished, and handed over to Discord. */
  | { readonly kind: 'sending' }
  /** Still not finished when Discord’s time for an answer is nearly over. */
  | { readonly kind: 'late' }
  /** The same, posted in a message of its own; `link` leads there. */
  | { readonly kind: 'posted'; readonly link: string }
  /** So many are made, and moderators see them first. */
  | { readonly kind: 'review'; readonly made: number }
  /** A moderator approved them; `link` leads to the message that shows them. */
  | { readonly kind: 'approved'; readonly link: string };

/** What the message says before there is a picture. */
export function statusText(
  { prompt, count }: PictureRequest,
  userId: string,
  phase: Phase,
): string {
  const many = count === 1 ? '' : ` · ${counted(count, 'picture')}`;
  return [promptLine(prompt), phaseText(phase, count), `-# asked by <@${userId}>${many}`].join(
    '\n',
  );
}

function phaseText(phase: Phase, count: number): string {
  const it = count === 1 ? 'It' : 'They';
  switch (phase.kind) {
    case 'making':
      return `${MARK}${makingText(phase)}`;
    case 'sending':
      return `${MARK}Sending ${count === 1 ? 'the picture' : 'the pictures'}…`;
    case 'late':
      return `${MARK}This takes longer than Discord lets an answer wait. ${it} will be posted in this channel, with a mention of you.`;
    case 'posted':
      return postedText(phase.link);
    case 'review':
      return `${MARK}${reviewText(phase.made, count)}`;
    case 'approved':
      return `A moderator approved ${count === 1 ? 'it' : 'them'}: ${phase.link}`;
  }
}

function reviewText(made: number, count: number): string {
  const what =
    made === count
      ? `${made === 1 ? 'The picture is' : 'The pictures are'} made and ${made === 1 ? 'waits' : 'wait'}`
      : `${counted(made, 'picture')} of ${count} ${made === 1 ? 'is made and waits' : 'are made and wait'}`;
  return `${what} for a moderator, as this server’s managers decided. Nothing is charged until ${made === 1 ? 'it is' : 'they are'} shown here; after 7 days without a decision ${made === 1 ? 'it is' : 'they are'} let go.`;
}

function makingText({ standing, begunAt, now }: Pending): string {
  const { running, waiting, ahead, each } = standing;
  if (running === 0 && waiting > 0) {
    const before =
      ahead === 0
        ? 'Waiting: yours is next.'
        : `Waiting: ${counted(ahead, 'picture')} ${ahead === 1 ? 'comes' : 'come'} first.`;
    const { startsIn } = standing;
    if (startsIn === undefined) return before;
    const when = startsIn === 0 ? 'any moment' : timestamp(now + startsIn, 'R');
    return `${before} It should begin ${when}.`;
  }
  const since = begunAt === undefined ? '' : `, begun ${timestamp(begunAt, 'R')}`;
  const usual = each === undefined ? '' : ` A picture takes about ${seconds(each)}.`;
  return `Painting${since}.${usual}`;
}

/** What stands under pictures while others are still to come. */
export function pendingText({ standing }: Pending, shown: number): string {
  const { running, waiting } = standing;
  const rest = [
    ...(running > 0 ? [`${running} ${running === 1 ? 'is' : 'are'} being painted`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'waits' : 'wait'}`] : []),
  ];
  const here = `${counted(shown, 'picture')} ${shown === 1 ? 'is' : 'are'} here`;
  return `${MARK}${[here, ...rest].join(', ')}.`;
}

/** What a member hears later of pictures that do not come, where the text beside the others stayed. */
export const cutShortText = (received: number): string =>
  `${counted(received, 'picture')} came and ${received === 1 ? 'was' : 'were'} charged. No others will come, whatever the message still says; nothing was charged for those.`;

/** The same text once the bot died in between: what was to come will not. */
export const interruptedShowing = (text: string, received: number): string =>
  withoutMark(
    text,
    `The bot had to restart while it was working on the others. Only the ${received} shown ${received === 1 ? 'was' : 'were'} charged.`,
  );

/** The same text once what was to come is posted in a message of its own. */
export const postedShowing = (text: string, link: string): string =>
  withoutMark(text, postedText(link));

const postedText = (link: string): string =>
  `This took longer than Discord lets an answer wait: ${link}`;

const withoutMark = (text: string, instead: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith(MARK) ? instead : line))
    .join('\n');

const seconds = (ms: number): string => counted(Math.max(1, Math.round(ms / 1000)), 'second');
