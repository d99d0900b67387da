import type { Picture } from '../../image-api/client.ts';
import { waitAfter } from '../../wait.ts';
import type { Label } from '../../words/showing.ts';
import { readFailure } from '../rest/answers.ts';
import { askUntil } from '../rest/ask.ts';
import type { Line } from './conversation.ts';
import { attach, inRequests } from './files.ts';
import { findLate, type LateFound, picturesIn, seedsOf, shownOf } from './find-late.ts';
import type { MessageBody } from '../rest/interaction-api.ts';

/** Pictures that are posted by themselves. */
export interface PostedPictures {
  /** Of the message that begins with a picture: it tells repetitions from further messages. */
  readonly nonceOf: (first: Picture) => string;
  readonly channelId: string;
  /** Who is mentioned; left out, nobody is. */
  readonly mentions?: string;
  /** The record that the buttons of one kind read: by it the messages are found again. */
  readonly recordId: string;
  readonly kind: string;
  /** An id from before anything of it is posted. */
  readonly since: string;
  /** Writes down where to look for what is posted: after this message. */
  readonly note: (after: string) => Promise<void>;
  readonly label: Label;
  readonly pictures: readonly Picture[];
  /** The message about these of them. */
  readonly bodyOf: (shown: readonly Picture[]) => MessageBody;
}

/** What Discord took of them. */
export type Posted =
  | {
      readonly kind: 'known';
      readonly shown: LateFound;
      /** Discord does not take them, or does not show what was taken; else there was no more time. */
      readonly isRefused: boolean;
    }
  /** The answer was lost and Discord could not be asked before the bot had to stop, or lets it ask no more. */
  | { readonly kind: 'unknown' };

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** How long it is tried; the member has waited for a quarter of an hour already. */
const PATIENCE_MS = 10 * 60_000;

/** Whether Discord refuses the bot's own token, which says nothing of the channel. */
const isTokenRefused = (answer: { readonly kind: string; readonly status?: number }): boolean =>
  answer.kind === 'refused' && answer.status === 401;

/**
 * Posts pictures in a channel with the bot's own token. Before anything is posted it is written
 * down where to look, so that after a crash Discord can be asked what was received; where the bot
 * cannot look, nothing is posted.
 */
export async function postPictures(
  late: PostedPictures,
  { channels, clock, cut, log }: Pick<Line, 'channels' | 'clock' | 'cut' | 'log'>,
): Promise<Posted> {
  const { channelId, recordId, kind, label } = late;
  const expires = clock.after(PATIENCE_MS);
  const signal = AbortSignal.any([expires, cut]);
  const mark = await markPlace();
  if (isTokenRefused(mark)) return { kind: 'unknown' };
  if (mark.kind !== 'answered' || mark.answer === undefined) {
    log.warn({ kind: mark.kind }, 'pictures could not be found again if posted');
    return { kind: 'known', shown: new Map(), isRefused: mark.kind !== 'unknown' };
  }
  const after = mark.answer;
  let isRefused = false;
  const where = { after, record: recordId, kind };
  let seen: LateFound = new Map();

  for (const [index, group] of inRequests(late.pictures).entries()) {
    const end = await post(group, index);
    if (end === 'unknown') return { kind: 'unknown' };
    isRefused = end === 'refused';
    if (end !== 'posted') break;
  }
  return { kind: 'known', shown: seen, isRefused };

  /** Writes down where to look for what is posted; where the bot may not look, that is nowhere. */
  function markPlace() {
    return askUntil(signal, clock.wait, async () => {
      const newest = await channels.newest(channelId);
      const place = newest ?? ((await channels.mayRead(channelId)) ? late.since : undefined);
      if (place !== undefined) await late.note(place);
      return place;
    });
  }

  async function post(group: readonly Picture[], index: number) {
    const { attachments, files } = attach(label, group);
    const mentions = index === 0 && late.mentions !== undefined ? { mentions: late.mentions } : {};
    const [first] = group;
    if (first === undefined) return 'posted';
    const body = late.bodyOf(late.pictures);
    const message = { ...body, attachments, ...mentions, nonce: late.nonceOf(first) };
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const shown = await channels.post(channelId, message, { files, signal });
        seen = new Map([...seen, [shown.id, seedsOf(shown)]]);
        return 'posted';
      } catch (error) {
        log.warn({ err: error, attempt }, 'pictures were not posted yet');
        const failure = readFailure(error);
        if (isTokenRefused(failure)) return 'unknown';
        if (failure.kind === 'refused') return 'refused';
      }
      // However long it takes: what is not known can neither be charged nor given back.
      const look = await askUntil(cut, clock.wait, () => findLate(channels, channelId, where));
      if (look.kind === 'unknown' || isTokenRefused(look)) return 'unknown';
      if (look.kind === 'refused') return 'refused';
      seen = look.answer;
      // One message a group: this one's is there.
      if (seen.size > index) return 'posted';
      await clock.wait(waitAfter(attempt, WAITS_MS), signal);
    }
    return cut.aborted ? 'unknown' : 'out-of-time';
  }
}

/** Corrects the text beside pictures of which not all were taken in the end. Never rejects. */
export async function correctText(
  { channelId, pictures, bodyOf }: Pick<PostedPictures, 'channelId' | 'pictures' | 'bodyOf'>,
  shown: LateFound,
  { channels, log }: Pick<Line, 'channels' | 'log'>,
): Promise<void> {
  const [messageId] = shown.keys();
  if (messageId === undefined || picturesIn(shown) === pictures.length) return;
  const body = bodyOf(shownOf(pictures, shown));
  await channels.change(channelId, messageId, body).catch((err: unknown) => {
    log.warn({ err }, 'the text beside pictures that were posted could not be corrected');
  });
}
