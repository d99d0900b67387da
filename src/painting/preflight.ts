import { defaultSize } from '../image-api/sizes.ts';
import type { Refusal } from '../outcome.ts';
import type { Origin, PictureRequest } from '../request.ts';

/**
 * No file, however well it is packed, shows a picture worth its price in fewer. As a WebP of the least
 * quality that is sent, one disc on plain ground takes a byte for about 160 pixels, and fog for 300.
 */
const PIXELS_PER_BYTE = 256;

/** The fewest bytes that a file may have to take for a picture of a shape. */
const leastBytes = (shape: PictureRequest['aspectRatio']): number => {
  const { width, height } = defaultSize(shape);
  return (width * height) / PIXELS_PER_BYTE;
};

/**
 * Why a picture could not be shown where it is asked for, as far as that is known before it is paid
 * for; undefined where nothing is in the way. Of what a bot may do in a channel only Attach Files is
 * asked: answers to interactions need neither View Channel nor Send Messages, and pictures come
 * without embeds (Discord's docs, change log of 29 June 2022). Wherever a command can be used its
 * answer can carry files. A file's true size is known once it is made; it is compared then, and made smaller where it must be.
 */
export function preflight(
  { mayAttach, fileLimit }: Pick<Origin, 'mayAttach' | 'fileLimit'>,
  { aspectRatio }: Pick<PictureRequest, 'aspectRatio'>,
): Refusal | undefined {
  if (!mayAttach) return { kind: 'may-not-attach' };
  if (fileLimit < leastBytes(aspectRatio)) return { kind: 'files-too-small', limit: fileLimit };
  return undefined;
}
