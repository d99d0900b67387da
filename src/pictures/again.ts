import type { PictureRecord } from './documents.ts';

/** A request by the names of the command's options. */
type Asked = Readonly<Record<string, string | number>>;

/** What pictures were made from, as the options of a command that names no seed. */
export function withNewSeeds({ request }: Pick<PictureRecord, 'request'>): Asked {
  const { prompt, negativePrompt, stylePreset, aspectRatio, count } = request;
  return {
    prompt,
    ...(negativePrompt !== null && { negative_prompt: negativePrompt }),
    ...(stylePreset !== null && { style_preset: stylePreset }),
    aspect_ratio: aspectRatio,
    count,
  };
}

/** The seed that a request counts upwards from: the member's own, or that of the first picture. */
export const firstSeed = ({ request, seeds }: Pick<PictureRecord, 'request' | 'seeds'>): number =>
  request.seed ?? seeds[0] ?? 0;

/** The same with the first picture's seed, which the others count upwards from. */
export const withSameSeed = (record: Pick<PictureRecord, 'request' | 'seeds'>): Asked => ({
  ...withNewSeeds(record),
  seed: firstSeed(record),
});

/** Takes the style away. */
export function withoutStyle(asked: Asked): Asked {
  const { style_preset: _, ...rest } = asked;
  return rest;
}
