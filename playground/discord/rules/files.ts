import { type EmbedMedia, mediaOf } from './embeds.ts';
import type { Message, MessageContext } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
const MAX_ATTACHMENTS = 10;
const SHOWABLE = /\.(?:jpe?g|png|webp|gif)$/i;
const UPLOAD = 'attachment://';

/**
 * Ids of the attachments of the edited message that stay. A body without `attachments` keeps them all; one
 * with it keeps those it lists.
 */
export function keptAttachments(message: Message, context: MessageContext): readonly string[] {
  const listed = message.attachments;
  if (listed === undefined) return context.existingAttachmentIds;
  return context.existingAttachmentIds.filter((id) => listed?.some((item) => item.id === id));
}

/** Each file fits the limit of the interaction, and all of them the 25 MiB of a request. Paths are `files[n]` and `files`. */
export function sizeProblems({ files, attachmentSizeLimit }: MessageContext): Violation[] {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  return [
    ...files.flatMap((file) =>
      file.size > attachmentSizeLimit
        ? [broken(at('files', file.index), `Larger than ${attachmentSizeLimit} bytes`)]
        : [],
    ),
    ...(total > MAX_REQUEST_BYTES ? [broken('files', 'Request is larger than 25 MiB')] : []),
  ];
}

/** A message shows at most 10 attachments, old ones included. */
export function countProblems(message: Message, context: MessageContext): Violation[] {
  const total = context.files.length + keptAttachments(message, context).length;
  return total > MAX_ATTACHMENTS
    ? [broken('attachments', `Must be at most ${MAX_ATTACHMENTS} in number`)]
    : [];
}

/** Each `attachments[].id` is the n of an uploaded `files[n]` or an attachment that is already there, once. */
export function attachmentIdProblems(message: Message, context: MessageContext): Violation[] {
  const known = new Set([
    ...context.files.map((file) => String(file.index)),
    ...context.existingAttachmentIds,
  ]);
  return (message.attachments ?? []).flatMap(({ id }, index, all) => {
    const path = at('attachments', index, 'id');
    if (!known.has(id)) return [broken(path, 'Neither an uploaded file nor an attachment')];
    const first = all.findIndex((other) => other.id === id);
    return first < index ? [broken(path, 'Already used in this list')] : [];
  });
}

/**
 * Pictures in embeds come over http, https or from the message itself: then as `attachment://name` of an
 * uploaded jpg, jpeg, png, webp or gif. Names of attachments already there are not known here, so while one
 * of them stays any name of a picture passes.
 */
export function embedMediaProblems(message: Message, context: MessageContext): Violation[] {
  const names = new Set(context.files.map((file) => nameOf(file, message)));
  const anyName = keptAttachments(message, context).length > 0;
  return mediaOf(message.embeds ?? []).flatMap(({ path, url }: EmbedMedia) => {
    if (/^https?:\/\//i.test(url)) return [];
    if (!url.startsWith(UPLOAD)) return [broken(path, 'Must be http, https or attachment')];
    const name = url.slice(UPLOAD.length);
    if (!SHOWABLE.test(name)) return [broken(path, 'Must name a jpg, jpeg, png, webp or gif')];
    return names.has(name) || anyName ? [] : [broken(path, 'Names no uploaded file')];
  });
}

/** A file's name; `attachments[].filename` overrides the one of the part. */
function nameOf(file: MessageContext['files'][number], message: Message): string {
  const listed = message.attachments?.find(({ id }) => id === String(file.index));
  return listed?.filename ?? file.filename;
}
