import type { PictureRecord } from '../pictures/documents.ts';
import { snowflakeTime } from '../snowflake.ts';
import { shapeName, styleName } from './choices.ts';
import { disarmWithin, timestamp } from './text.ts';

/** How much of a prompt an entry shows; five entries stay far below an embed's bounds. */
const EXCERPT_LENGTH = 200;

/** What is said around a member's own pictures. */
export const HISTORY_WORDS = {
  heading:
    'Your pictures in this server of the last 60 days, newest first. Again makes the same anew with new seeds, charged to you as `/imagine` is.',
  empty:
    'You have no pictures of the last 60 days in this server. Type `/imagine` and a few words to make one; it is listed here from then on.',
  newer: 'Newer',
  older: 'Older',
  again: 'Again',
} as const;

/** What could be seen of a message, of which only that it was shown is certain. */
export type Glimpse =
  /** `picture` is the address of its first picture. */
  | { readonly kind: 'seen'; readonly picture: string }
  | { readonly kind: 'deleted' }
  /** The bot may not look there, or Discord did not answer in time. */
  | { readonly kind: 'unseen' };

/** One message of a member's history. */
interface Entry {
  /** From 1. */
  readonly number: number;
  readonly messageId: string;
  readonly record: Pick<PictureRecord, 'request' | 'seeds'>;
  /** The address of the message; undefined where its channel is not known. */
  readonly link: string | undefined;
  readonly glimpse: Glimpse;
}

/** A small embed, in Discord's own shape. */
interface EntryCard {
  readonly description: string;
  readonly thumbnail?: { readonly url: string };
}

/** An entry: which words, how they were drawn, when, and where to find it. */
export function entryCard({ number, messageId, record, link, glimpse }: Entry): EntryCard {
  const { request, seeds } = record;
  const facts = [
    ...(request.stylePreset === null ? [] : [styleName(request.stylePreset)]),
    shapeName(request.aspectRatio),
    `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`,
  ];
  const where = [
    `**${number}**`,
    timestamp(snowflakeTime(messageId), 'R'),
    ...whereabouts(link, glimpse),
  ];
  const description = [
    where.join(' · '),
    `> ${disarmWithin(request.prompt, EXCERPT_LENGTH)}`,
    facts.join(' · '),
  ].join('\n');
  return { description, ...(glimpse.kind === 'seen' && { thumbnail: { url: glimpse.picture } }) };
}

function whereabouts(link: string | undefined, glimpse: Glimpse): string[] {
  if (glimpse.kind === 'deleted') return ['the message was deleted'];
  return link === undefined ? [] : [`[go to the message](${link})`];
}
