import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aspectRatios, MAX_SEED, stylePresets } from '../../src/image-api/contract.ts';
import { cleanPrompt } from '../../src/prompt.ts';
import { readShowing } from '../../src/words/read-showing.ts';
import { showingText } from '../../src/words/showing.ts';
import { picture } from '../support/edge-pictures.ts';
import { requestOf } from '../support/picture-records.ts';
import { USER } from '../support/snowflakes.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '1. seed 7 · *',
      'Square 1:1 · seed 7 · *',
      '- + # > _',
      '> Without: @me',
      'a\\b ``` [x](y)',
      '…',
    ),
  )
  .map(cleanPrompt)
  .filter((cleaned) => cleaned !== '');

const shown = fc.record({
  prompt: text,
  negativePrompt: fc.option(text),
  stylePreset: fc.option(fc.constantFrom(...stylePresets)),
  aspectRatio: fc.constantFrom(...aspectRatios),
  seed: fc.integer({ min: 1, max: MAX_SEED }),
});

it('reads of a message with pictures what was written into it', () => {
  fc.assert(
    fc.property(shown, ({ seed, negativePrompt, stylePreset, ...rest }) => {
      const request = {
        ...rest,
        count: 2,
        ...(negativePrompt !== null && { negativePrompt }),
        ...(stylePreset !== null && { stylePreset }),
      };
      const pictures = [picture({ seed }), picture({ seed: 9 })];
      const parent = `https://discord.com/channels/${USER}/${USER}/${USER}`;
      const written = showingText({ userId: USER, request, pictures, missing: [], parent });
      expect(readShowing(written)).toEqual({
        request: requestOf({ ...rest, negativePrompt, stylePreset, count: 2 }),
        seeds: [seed, 9],
      });
    }),
    { numRuns: 500 },
  );
});

it('reads a long prompt as far as it is shown', () => {
  const request = { prompt: 'fox '.repeat(1_000).trim(), aspectRatio: '1:1', count: 1 } as const;
  const written = showingText({ userId: USER, request, pictures: [picture()], missing: [] });
  expect(readShowing(written).request.prompt).toMatch(/^(?:fox ){200,}.*…$/);
});

it.each(['', 'Something else', '> \nseed 7'])('makes the best of %j', (other) => {
  const { request, seeds } = readShowing(other);
  expect(request).toEqual(requestOf({ prompt: '' }));
  expect(seeds).toEqual([other.includes('seed') ? 7 : 0]);
});
