import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excluded } from '../../src/painting/exclude.ts';
import { codePoints, MAX_PROMPT } from '../../src/image-api/contract.ts';

const LIMIT = 10_000;

describe('what no picture shows', () => {
  it.each([
    [undefined, undefined, undefined],
    ['fog', undefined, 'fog'],
    [undefined, 'gore', 'gore'],
    ['fog', 'gore', 'gore, fog'],
    ['gore', 'gore', 'gore'],
    ['x'.repeat(LIMIT), 'gore', `gore, ${'x'.repeat(LIMIT - 6)}`],
    ['fog', 'x'.repeat(LIMIT), 'x'.repeat(LIMIT)],
    ['fog', 'x'.repeat(LIMIT - 2), 'x'.repeat(LIMIT - 2)],
    ['\u{1f98a}'.repeat(LIMIT), 'gore', `gore, ${'\u{1f98a}'.repeat(LIMIT - 6)}`],
  ])('of %o and %o', (own, enforced, sent) => {
    expect(excluded(own, enforced)).toBe(sent);
  });

  it('keeps what is enforced whole, and the whole within the service’s bound', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const long = fc
      .tuple(text, fc.integer({ min: 1, max: 4_000 }))
      .map(([piece, times]) => Array.from(piece.repeat(times)).slice(0, MAX_PROMPT).join(''));
    fc.assert(
      fc.property(fc.option(long, { nil: undefined }), long, (own, enforced) => {
        const sent = excluded(own, enforced) ?? '';
        expect(sent.startsWith(enforced)).toBe(true);
        expect(codePoints(sent)).toBeLessThanOrEqual(MAX_PROMPT);
      }),
    );
  });
});
