import type { Logger } from 'pino';
import type { Delivery } from '../conversation.ts';
import type { Picture } from '../image-api/client.ts';
import type { Showing, UploadRefusal } from '../outcome.ts';
import type { Wait } from '../wait.ts';
import { altText, fileName, showingText } from '../words/showing.ts';
import { readFailure, uploadRefusal } from './answers.ts';
import { askDiscord } from './ask.ts';
import type { InteractionApi, InteractionRef, MessageBody } from './interaction-api.ts';

/** A request to Discord holds at most 25 MiB (Discord's docs); the rest is for the form around it. */
const REQUEST_BYTES = 24 * 1024 * 1024;

const ATTEMPTS = 4;
const WAIT_MS = 1_000;

const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;

/** Pictures in groups that fit into one request each, in their order. */
export function inRequests(
  pictures: readonly Picture[],
  limit: number = REQUEST_BYTES,
): readonly (readonly Picture[])[] {
  const groups: Picture[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const picture of pictures) {
    if (size + picture.bytes.length > limit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(picture);
    size += picture.bytes.length;
  }
  return groups;
}

/** How pictures are handed over. */
interface Terms {
  /** Ends the interaction. */
  readonly expires: AbortSignal;
  /** Ends the bot. */
  readonly cut: AbortSignal;
  readonly log: Logger;
  /** Stand under the pictures. */
  readonly rows?: MessageBody['components'];
  /** Hears which message shows them. */
  readonly onMessage?: (messageId: string) => void;
}

/**
 * Puts the pictures into the interaction's message, in as many requests as their size takes. After a
 * lost answer Discord is asked what arrived.
 */
export async function upload(
  api: InteractionApi,
  ref: InteractionRef,
  showing: Showing,
  { expires, cut, log, rows = [], onMessage = () => {} }: Terms,
  wait: Wait,
): Promise<Delivery> {
  const signal = AbortSignal.any([expires, cut]);
  let keptIds: readonly string[] = [];
  let seenIds: readonly string[] = [];

  for (const group of inRequests(showing.pictures)) {
    const shown = await attach(group);
    if ('ids' in shown) {
      keptIds = shown.ids;
    } else if (shown.refusal === 'unknown') {
      return { kind: 'unknown' };
    } else {
      const accepted = Math.max(keptIds.length, seenIds.length);
      await correct(accepted);
      return { kind: 'known', accepted, refusal: shown.refusal };
    }
  }
  return { kind: 'known', accepted: keptIds.length };

  /** Where only a part was taken, the text must not speak of all. No credits depend on it. */
  async function correct(taken: number): Promise<void> {
    if (taken === 0 || signal.aborted) return;
    const pictures = showing.pictures.slice(0, taken);
    const refused = showing.pictures
      .slice(taken)
      .map(() => ({ reason: 'upload-refused' as const }));
    const missing = [...showing.missing, ...refused];
    const content = showingText({ ...showing, pictures, missing });
    await api.editOriginal(ref, { content }).catch((error: unknown) => {
      log.warn({ err: error }, 'the text beside the pictures could not be corrected');
    });
  }

  async function attach(
    group: readonly Picture[],
  ): Promise<{ ids: readonly string[] } | { refusal: UploadRefusal | 'unknown' }> {
    const expected = keptIds.length + group.length;
    for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt += 1) {
      try {
        const { body, files } = form(showing, group, keptIds);
        const message = { ...body, ...(rows.length > 0 && { components: rows }) };
        const shown = await api.editOriginal(ref, message, { files, signal });
        onMessage(shown.id);
        return { ids: shown.attachmentIds };
      } catch (error) {
        const failure = readFailure(error);
        log.warn({ err: error, attempt, known: failure.kind === 'refused' }, 'upload failed');
        if (failure.kind === 'refused') return { refusal: uploadRefusal(failure) };
      }
      const look = await askDiscord(api, ref, signal, wait);
      if (look.kind === 'gone') return { refusal: look.refusal };
      if (look.kind === 'unknown') return { refusal: cut.aborted ? 'unknown' : 'discord-down' };
      seenIds = look.message.attachmentIds;
      onMessage(look.message.id);
      if (seenIds.length >= expected) return { ids: seenIds };
      await wait(WAIT_MS * attempt, signal);
    }
    return { refusal: cut.aborted ? 'unknown' : 'discord-down' };
  }
}

/** One request's message: what is there already stays, each new file gets its description. */
function form(showing: Showing, group: readonly Picture[], keptIds: readonly string[]) {
  const { request } = showing;
  return {
    body: {
      content: showingText(showing),
      attachments: [
        ...keptIds.map((id) => ({ id })),
        ...group.map((picture, index) => ({ id: index, description: altText(request, picture) })),
      ],
    },
    files: group.map((picture) => ({
      name: fileName(request, picture),
      data: picture.bytes,
      contentType: MEDIA_TYPES[picture.format],
    })),
  };
}
