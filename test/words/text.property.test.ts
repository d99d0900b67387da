import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disarm, disarmWithin, shorten } from '../../src/words/text.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\*_~`|<>[]()#:/@-+.0123456789 \n\r\t&!'.split('')),
      fc.constantFrom('@everyone', '<@1>', '<#2>', '<@&3>', 'https://a.b', '\n# ', '\n1. ', '👩‍🚀'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

/** What is left for Discord to interpret: escaped characters stand for themselves. */
const unescaped = (shown: string): string => shown.replace(/\\[^0-9A-Za-z\s]/gu, '·');

/** What people see. */
const seen = (shown: string): string =>
  shown.replace(/\\([^0-9A-Za-z\s])/gu, '$1').replaceAll('@\u200b', '@');

describe('text from outside', () => {
  it('leaves Discord nothing to interpret', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rest = unescaped(disarm(text));
        expect(rest).not.toMatch(/[\\*_~`|<>[\]()#:/\n\r]/);
        expect(rest).not.toMatch(/@(?!\u200b)/);
        expect(rest).not.toMatch(/^(?:[-+]|\d+\.)/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is seen as it was written, but for white space', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = text.replaceAll('@\u200b', '@').replace(/\s+/gu, ' ').trim();
        expect(seen(disarm(text))).toBe(written);
      }),
    );
  });

  it('never gets longer than its bound, nor cut inside an escape', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, length) => {
        const shown = disarmWithin(text, length);
        expect(shown.length).toBeLessThanOrEqual(length);
        expect(unescaped(shown)).not.toContain('\\');
      }),
    );
  });

  it('is shortened to a beginning of itself', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, length) => {
        const short = shorten(text, length);
        expect(short.length).toBeLessThanOrEqual(length);
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});
