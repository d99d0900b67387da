import type { PictureRequest } from '../request.ts';

/** A request as rows keep it: what was not chosen is null. */
export const requestRow = ({
  prompt,
  negativePrompt,
  stylePreset,
  aspectRatio,
  seed,
  count,
}: PictureRequest) => ({
  prompt,
  negativePrompt: negativePrompt ?? null,
  stylePreset: stylePreset ?? null,
  aspectRatio,
  seed: seed ?? null,
  count,
});
