import type { Picture } from '../image-api/client.ts';
import type { PictureRequest } from '../request.ts';
import { waitAfter } from '../wait.ts';
import { readFailure } from './answers.ts';
import { askUntil } from './ask.ts';
import type { Line } from './conversation.ts';
import { attach, inRequests } from './files.ts';
import { findLate, type LateFound, picturesIn } from './find-late.ts';
import type { MessageBody } from './interaction-api.ts';

/** Pictures that outlived their interaction's token. */
interface LatePictures {
  readonly interactionId: string;
  readonly channelId: string;
  /** Who is mentioned. */
  readonly userId: string;
  /** The record that the buttons read: by it the messages are found again. */
  readonly recordId: string;
  readonly request: PictureRequest;
  readonly pictures: readonly Picture[];
  /** The message about so many of them. */
  readonly bodyOf: (count: number) => MessageBody;
}

/** What Discord took of them, and the first message that shows some. */
export type Posted =
  | { readonly kind: 'known'; readonly accepted: number; readonly messageId?: string }
  /** The answer was lost and Discord could not be asked before the bot had to stop. */
  | { readonly kind: 'unknown' };

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** How long it is tried; the member has waited for a quarter of an hour already. */
const PATIENCE_MS = 10 * 60_000;

const NOTHING: Posted = { kind: 'known', accepted: 0 };

/**
 * Posts pictures in their channel with the bot's own token. Before anything is posted it is written
 * down where to look, so that after a crash Discord can be asked what was received; where the bot
 * cannot look, nothing is posted.
 */
export async function postLate(late: LatePictures, line: Line): Promise<Posted> {
  const { channels, open, clock, cut, log } = line;
  const { interactionId, channelId, recordId, userId, request } = late;
  const expires = clock.after(PATIENCE_MS);
  const signal = AbortSignal.any([expires, cut]);
  const after = await mark();
  if (after === undefined) return NOTHING;
  const where = { after, record: recordId };
  let seen: LateFound = new Map();

  for (const [index, group] of inRequests(late.pictures).entries()) {
    const end = await post(group, index);
    if (end === 'unknown') return { kind: 'unknown' };
    if (end === 'refused') break;
  }
  const accepted = picturesIn(seen);
  const [messageId] = seen.keys();
  if (messageId !== undefined && accepted < late.pictures.length) {
    await channels.change(channelId, messageId, late.bodyOf(accepted)).catch((err: unknown) => {
      log.warn({ err }, 'the text beside pictures that are late could not be corrected');
    });
  }
  return { kind: 'known', accepted, ...(messageId !== undefined && { messageId }) };

  /** Writes down where to look for what is posted; undefined where that cannot be. */
  async function mark(): Promise<string | undefined> {
    const reply = await askUntil(signal, clock.wait, async () => {
      const newest = await channels.newest(channelId);
      if (newest !== undefined) await open.late(interactionId, { after: newest, record: recordId });
      return newest;
    });
    if (reply.kind === 'answered') return reply.answer;
    log.warn({ kind: reply.kind }, 'pictures that are late could not be found again if posted');
    return undefined;
  }

  async function post(group: readonly Picture[], index: number) {
    const { attachments, files } = attach(request, group);
    const mentions = index === 0 ? { mentions: userId } : {};
    const body = late.bodyOf(late.pictures.length);
    const message = { ...body, attachments, ...mentions, nonce: `${interactionId}-${index}` };
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        const shown = await channels.post(channelId, message, { files, signal });
        seen = new Map([...seen, [shown.id, shown.attachmentIds.length]]);
        return 'posted';
      } catch (error) {
        log.warn({ err: error, attempt }, 'pictures that are late were not posted yet');
        if (readFailure(error).kind === 'refused') return 'refused';
      }
      // However long it takes: what is not known can neither be charged nor given back.
      const look = await askUntil(cut, clock.wait, () => findLate(channels, channelId, where));
      if (look.kind === 'unknown') return 'unknown';
      if (look.kind === 'refused') return 'refused';
      seen = look.answer;
      // One message a group: this one's is there.
      if (seen.size > index) return 'posted';
      await clock.wait(waitAfter(attempt, WAITS_MS), signal);
    }
    return cut.aborted ? 'unknown' : 'refused';
  }
}
