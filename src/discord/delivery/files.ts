import type { Picture } from '../../image-api/client.ts';
import type { Label } from '../../words/showing.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import type { UploadFile } from '../rest/multipart.ts';

/** A request to Discord holds at most 25 MiB (Discord's docs); the rest is for the form around it. */
const REQUEST_BYTES = 24 * 1024 * 1024;

const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;

/** Things in groups that fit into one request each, in their order. */
export function groupsOf<T>(
  things: readonly T[],
  bytesOf: (thing: T) => number,
  limit: number = REQUEST_BYTES,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const bytes = bytesOf(thing);
    if (size + bytes > limit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(thing);
    size += bytes;
  }
  return groups;
}

/** Pictures in groups that fit into one request each, in their order. */
export const inRequests = (
  pictures: readonly Picture[],
  limit?: number,
): readonly (readonly Picture[])[] => groupsOf(pictures, ({ bytes }) => bytes.length, limit);

/** Pictures as files of one request, each with its name and description, beside those that stay. */
export function attach(
  label: Label,
  pictures: readonly Picture[],
  keptIds: readonly string[] = [],
): { attachments: NonNullable<MessageBody['attachments']>; files: readonly UploadFile[] } {
  return {
    attachments: [
      ...keptIds.map((id) => ({ id })),
      ...pictures.map((picture, index) => ({
        id: index,
        description: label(picture).alt,
      })),
    ],
    files: pictures.map((picture) => ({
      name: label(picture).name,
      data: picture.bytes,
      contentType: MEDIA_TYPES[picture.format],
    })),
  };
}
