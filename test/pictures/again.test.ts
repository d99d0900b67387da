import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aspectRatios, MAX_SEED, stylePresets } from '../../src/image-api/contract.ts';
import { withNewSeeds, withoutStyle, withSameSeed } from '../../src/pictures/again.ts';
import { parseRequest, seedsFor } from '../../src/request.ts';
import { pictureRecord, requestOf } from '../support/picture-records.ts';

const request = fc.record({
  prompt: fc.constantFrom('A fox', '狐', 'x'.repeat(6_000)),
  negativePrompt: fc.constantFrom(null, 'snow'),
  stylePreset: fc.constantFrom(null, ...stylePresets),
  aspectRatio: fc.constantFrom(...aspectRatios),
  seed: fc.option(fc.integer({ min: 1, max: MAX_SEED })),
  count: fc.integer({ min: 1, max: 4 }),
});

/** The seeds that the same request would be sent with next. */
function nextSeeds(fields: Parameters<typeof pictureRecord>[0]): number[] {
  const parsed = parseRequest(withSameSeed(pictureRecord(fields)));
  return 'request' in parsed ? seedsFor(parsed.request, () => 0) : [];
}

it('asks for the same once more, whatever it was', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const record = pictureRecord({ request: asked, seeds: [asked.seed ?? 7] });
      const { negativePrompt, stylePreset, seed, ...rest } = asked;
      const same = {
        ...rest,
        ...(negativePrompt !== null && { negativePrompt }),
        ...(stylePreset !== null && { stylePreset }),
      };
      expect(parseRequest(withNewSeeds(record))).toEqual({ request: same });
      expect(parseRequest(withSameSeed(record))).toEqual({
        request: { ...same, seed: seed ?? 7 },
      });
    }),
  );
});

it('counts upwards from the first picture’s seed, or from the member’s own where that one is missing', () => {
  const four = requestOf({ count: 4 });
  expect(nextSeeds({ request: four, seeds: [90, 5, 63, 7] })).toEqual([90, 91, 92, 93]);
  expect(nextSeeds({ request: { ...four, seed: 41 }, seeds: [43] })).toEqual([41, 42, 43, 44]);
});

it('takes a style away and nothing else', () => {
  const record = pictureRecord({ request: requestOf({ stylePreset: 'anime' }) });
  expect(withoutStyle(withNewSeeds(record))).toEqual(withNewSeeds(pictureRecord()));
});
