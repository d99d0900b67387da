import type { Picture } from '../image-api/client.ts';
import type { Progress } from '../painting/progress.ts';
import { requestRow } from '../pictures/request-row.ts';
import type { PictureRequest } from '../request.ts';
import type { OpenReview } from './documents.ts';

/** What a review keeps of a request, of pictures whose bytes are elsewhere, and of those that are missing. */
export function factsOf({
  request,
  pictures,
  missing,
}: Pick<Progress, 'request' | 'pictures' | 'missing'>): Pick<
  OpenReview,
  'request' | 'pictures' | 'missing'
> {
  return {
    request: requestRow(request),
    pictures: pictures.map((picture) => ({
      seed: picture.seed,
      format: picture.format,
      width: picture.width,
      height: picture.height,
      sampleEngine: picture.sampleEngine,
      convertedFrom: picture.convertedFrom ?? null,
    })),
    missing: [...missing],
  };
}

/** The request that a review is about. */
export function requestIn({ request }: Pick<OpenReview, 'request'>): PictureRequest {
  const { prompt, negativePrompt, stylePreset, aspectRatio, seed, count } = request;
  return {
    prompt,
    aspectRatio,
    count,
    ...(negativePrompt !== null && { negativePrompt }),
    ...(stylePreset !== null && { stylePreset }),
    ...(seed !== null && { seed }),
  };
}

/** A picture of a review with its bytes. */
export function pictureWith(fact: OpenReview['pictures'][number], bytes: Buffer): Picture {
  const { convertedFrom, ...rest } = fact;
  return { ...rest, bytes, ...(convertedFrom !== null && { convertedFrom }) };
}
