import type { Logger } from 'pino';
import type { Picture } from '../../image-api/client.ts';
import type { UploadRefusal } from '../../outcome.ts';
import type { PictureRequest } from '../../request.ts';
import type { Wait } from '../../wait.ts';
import { labelFor } from '../../words/showing.ts';
import { readFailure, uploadRefusal } from '../rest/answers.ts';
import { askDiscord } from '../rest/ask.ts';
import { attach, inRequests } from './files.ts';
import type { InteractionApi, InteractionRef, MessageBody } from '../rest/interaction-api.ts';

const ATTEMPTS = 4;
const WAIT_MS = 1_000;

/** How pictures are handed over. */
interface Terms {
  readonly api: InteractionApi;
  readonly ref: InteractionRef;
  readonly request: PictureRequest;
  /** Ends the handing over. */
  readonly expires: AbortSignal;
  /** Ends the interaction: until then Discord can be asked what arrived. */
  readonly tokenEnds: AbortSignal;
  /** Ends the bot. */
  readonly cut: AbortSignal;
  readonly log: Logger;
  readonly wait: Wait;
}

/** What came of handing pictures over. */
export type Added =
  | { readonly kind: 'taken' }
  /** Some, or all, were not taken; the rest is not to be tried. */
  | { readonly kind: 'refused'; readonly refusal: UploadRefusal }
  /** The answer was lost, and Discord could not be asked before the bot had to stop. */
  | { readonly kind: 'unknown' };

/** Puts pictures into an interaction's message. */
export interface Uploader {
  /** How many Discord has, as far as it said so. */
  readonly accepted: number;
  /** The message that shows them, once Discord said which it is. */
  readonly messageId: string | undefined;
  /**
   * Adds pictures, in as many requests as their size takes; `body` goes with each. After a lost answer
   * Discord is asked what arrived.
   */
  add(pictures: readonly Picture[], body: MessageBody): Promise<Added>;
}

/** An uploader into a message that has no pictures yet. */
export function createUploader(terms: Terms): Uploader {
  const label = labelFor(terms.request);
  const { api, ref, expires, tokenEnds, cut, log, wait } = terms;
  const signal = AbortSignal.any([expires, cut]);
  const asking = AbortSignal.any([tokenEnds, cut]);
  let keptIds: readonly string[] = [];
  let seenIds: readonly string[] = [];
  let messageId: string | undefined;

  const lost = (): Added =>
    cut.aborted ? { kind: 'unknown' } : { kind: 'refused', refusal: 'discord-down' };

  async function send(group: readonly Picture[], body: MessageBody): Promise<Added> {
    const expected = keptIds.length + group.length;
    for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt += 1) {
      try {
        const { attachments, files } = attach(label, group, keptIds);
        const shown = await api.editOriginal(ref, { ...body, attachments }, { files, signal });
        messageId = shown.id;
        keptIds = shown.attachmentIds;
        // What was seen before is replaced, and may have been more.
        seenIds = keptIds;
        return { kind: 'taken' };
      } catch (error) {
        const failure = readFailure(error);
        log.warn({ err: error, attempt, known: failure.kind === 'refused' }, 'upload failed');
        if (failure.kind === 'refused') return { kind: 'refused', refusal: uploadRefusal(failure) };
      }
      const look = await askDiscord(api, ref, asking, wait);
      if (look.kind === 'gone') return { kind: 'refused', refusal: look.refusal };
      if (look.kind === 'unknown') return lost();
      messageId = look.message.id;
      seenIds = look.message.attachmentIds;
      if (seenIds.length >= expected) {
        keptIds = seenIds;
        return { kind: 'taken' };
      }
      await wait(WAIT_MS * attempt, signal);
    }
    return lost();
  }

  return {
    get accepted() {
      return Math.max(keptIds.length, seenIds.length);
    },
    get messageId() {
      return messageId;
    },
    async add(pictures, body) {
      for (const group of inRequests(pictures)) {
        const end = await send(group, body);
        if (end.kind !== 'taken') return end;
      }
      return { kind: 'taken' };
    },
  };
}
