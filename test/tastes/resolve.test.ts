import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectRatios, stylePresets } from '../../src/image-api/contract.ts';
import { parseRequest } from '../../src/request.ts';
import type { Taste } from '../../src/tastes/documents.ts';
import { withTaste } from '../../src/tastes/resolve.ts';

const prompt = 'A fox';
const taste: Taste = { stylePreset: 'anime', aspectRatio: '16:9', negativePrompt: 'people' };

describe('the options of a request', () => {
  it('are the member’s defaults where nothing was chosen', () => {
    expect(withTaste({ prompt, seed: 7 }, taste)).toEqual({
      prompt,
      seed: 7,
      style_preset: 'anime',
      aspect_ratio: '16:9',
      negative_prompt: 'people',
    });
    expect(withTaste({ prompt }, {})).toEqual({ prompt });
  });

  it('are what was chosen, which replaces a default whole', () => {
    const chosen = { prompt, style_preset: 'origami', aspect_ratio: '1:1', negative_prompt: 'fog' };
    expect(withTaste(chosen, taste)).toEqual(chosen);
  });

  it('have no style and no negative prompt where none was asked for', () => {
    const none = { style_preset: 'none', negative_prompt: 'None' };
    expect(withTaste({ prompt, ...none }, taste)).toEqual({ prompt, aspect_ratio: '16:9' });
    expect(withTaste({ prompt, ...none }, {})).toEqual({ prompt });
    expect(withTaste({ prompt }, { stylePreset: 'none' })).toEqual({ prompt });
  });

  it('that cannot be used are still refused, not replaced', () => {
    const options = withTaste({ prompt, style_preset: 'vaporwave' }, taste);
    expect(parseRequest(options)).toMatchObject({ refusal: { field: 'style_preset' } });
  });

  it('with defaults of any kind can always be used', () => {
    const some = fc.record(
      {
        stylePreset: fc.constantFrom(...stylePresets),
        aspectRatio: fc.constantFrom(...aspectRatios),
        negativePrompt: fc.constantFrom('people', 'x'.repeat(6_000)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, (any) => {
        expect(parseRequest(withTaste({ prompt }, any))).toEqual({
          request: { prompt, count: 1, aspectRatio: '1:1', ...any },
        });
      }),
    );
  });
});
