import type { Picture } from '../image-api/client.ts';
import { readPicture } from '../image-api/picture.ts';
import { bestWebp, type Shrink } from './best-webp.ts';
import { explained, explainedWebp, type MetadataLevel, webpGrowth } from './explain.ts';
import type { Making } from './parameters.ts';

/** What a file must be like where it goes. */
interface Terms {
  /** How much it may tell of how it was made. */
  readonly metadata: MetadataLevel;
  /** Bytes. */
  readonly limit: number;
  readonly shrink: Shrink;
  /** Ends everything that is still being tried. */
  readonly signal: AbortSignal;
}

type Asked = Pick<Making, 'prompt' | 'negativePrompt' | 'stylePreset'>;

/**
 * A picture whose file tells how it was made and keeps a limit: as it came, with as many words as fit,
 * or, where not even the plain file fits, as a WebP of the same pixels. One that fits in no way comes
 * back as it came. Rejects with the signal's reason once it is aborted, and never otherwise.
 */
export async function fitted(
  picture: Picture,
  asked: Asked,
  { metadata, limit, shrink, signal }: Terms,
): Promise<Picture> {
  const making = { ...asked, ...picture };
  const bytes = explained(making, metadata, limit);
  if (bytes.length <= limit) return { ...picture, bytes };

  const room = limit - webpGrowth(making, metadata);
  const webp = await bestWebp(picture.bytes, room, shrink, signal);
  if (webp === undefined) return picture;
  const file = readPicture(explainedWebp(webp, making, metadata, limit));
  if (!file.ok || file.bytes.length > limit) return picture;
  const { format, width, height } = file;
  return { ...picture, bytes: file.bytes, format, width, height, convertedFrom: picture.format };
}

/**
 * A picture from `fitted` whose file tells more, where `metadata` allows it and the limit has room: of
 * what it tells already nothing changes.
 */
export function toldInFull(
  picture: Picture,
  asked: Asked,
  { metadata, limit }: Pick<Terms, 'metadata' | 'limit'>,
): Picture {
  const making = { ...asked, ...picture };
  const bytes =
    picture.convertedFrom === undefined
      ? explained(making, metadata, limit)
      : explainedWebp(picture.bytes, making, metadata, limit);
  return { ...picture, bytes };
}
