import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aspectRatios, MAX_SEED, stylePresets } from '../../src/image-api/contract.ts';
import type { Showing } from '../../src/outcome.ts';
import { MAX_PROMPT_OPTION } from '../../src/request.ts';
import { altText, fileName, showingText } from '../../src/words/showing.ts';
import { picture } from '../support/edge-pictures.ts';

/** Bound of a message's content and of an attachment's description (Discord's docs). */
const CONTENT = 2_000;
const DESCRIPTION = 1_024;

const prompt = fc.oneof(
  fc
    .constantFrom('*', '@', '\\', 'a', 'a b ', '👩‍🚀', '﷽', 'e\u0301')
    .map((part) => part.repeat(MAX_PROMPT_OPTION).slice(0, MAX_PROMPT_OPTION)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: MAX_PROMPT_OPTION }),
);

const side = fc.constantFrom(320, 1024, 1536, 65_535, 2 ** 31 - 1);

const painted = fc
  .record({
    width: side,
    height: side,
    seed: fc.constantFrom(1, MAX_SEED),
    sampleEngine: fc.boolean(),
    from: fc.constantFrom('png' as const, 'jpeg' as const, undefined),
  })
  .map(({ from, ...fields }) => picture({ ...fields, ...(from && { convertedFrom: from }) }));

const missing = fc.oneof(
  fc.constantFrom(
    { reason: 'upload-too-large' as const },
    { reason: 'upload-refused' as const },
    { reason: 'unauthorised' as const },
    { reason: 'out-of-time' as const },
  ),
  prompt.map((serviceMessage) => ({ reason: 'rejected' as const, serviceMessage })),
);

const showing: fc.Arbitrary<Showing> = fc
  .record({
    count: fc.integer({ min: 1, max: 4 }),
    made: fc.array(painted, { minLength: 4, maxLength: 4 }),
    missing: fc.array(missing, { minLength: 3, maxLength: 3 }),
    prompt,
    negativePrompt: prompt,
    stylePreset: fc.constantFrom(...stylePresets),
    aspectRatio: fc.constantFrom(...aspectRatios),
    id: fc.constantFrom('1'.repeat(17), '9'.repeat(20)),
    isLate: fc.boolean(),
    isPending: fc.boolean(),
  })
  .map(({ count, made, missing: reasons, id, isLate, isPending, ...request }) => ({
    userId: id,
    parent: `https://discord.com/channels/${id}/${id}/${id}`,
    request: { ...request, count: 4 },
    pictures: made.slice(0, count),
    missing: reasons.slice(0, 4 - count),
    ...(isLate && { isLate }),
    ...(isPending && {
      pending: {
        standing: { running: 1, waiting: 2, ahead: 1_000_000 },
        begunAt: undefined,
        now: 0,
      },
    }),
  }));

it('fits into what Discord takes, with every part at its longest', () => {
  fc.assert(
    fc.property(showing, (shown) => {
      expect(showingText(shown).length).toBeLessThanOrEqual(CONTENT);
      expect(showingText(shown).split('\n').length).toBeLessThanOrEqual(7);
      for (const each of shown.pictures) {
        expect(altText(shown.request, each).length).toBeLessThanOrEqual(DESCRIPTION);
        expect(fileName(shown.request, each)).toMatch(/^[a-z0-9][a-z0-9-]{0,60}\.png$/);
      }
    }),
    { numRuns: 300 },
  );
});
