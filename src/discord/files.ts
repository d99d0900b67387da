import type { Picture } from '../image-api/client.ts';
import type { PictureRequest } from '../request.ts';
import { altText, fileName } from '../words/showing.ts';
import type { MessageBody } from './interaction-api.ts';
import type { UploadFile } from './multipart.ts';

/** A request to Discord holds at most 25 MiB (Discord's docs); the rest is for the form around it. */
const REQUEST_BYTES = 24 * 1024 * 1024;

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

/** Pictures as files of one request, each with its description, beside those that stay. */
export function attach(
  request: PictureRequest,
  pictures: readonly Picture[],
  keptIds: readonly string[] = [],
): { attachments: NonNullable<MessageBody['attachments']>; files: readonly UploadFile[] } {
  return {
    attachments: [
      ...keptIds.map((id) => ({ id })),
      ...pictures.map((picture, index) => ({
        id: index,
        description: altText(request, picture),
      })),
    ],
    files: pictures.map((picture) => ({
      name: fileName(request, picture),
      data: picture.bytes,
      contentType: MEDIA_TYPES[picture.format],
    })),
  };
}
