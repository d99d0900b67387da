import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION, parseDuration } from '../../src/moderation/duration.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('how long something lasts', () => {
  it.each([
    ['30m', 30 * MINUTE],
    ['1m', MINUTE],
    ['2h', 120 * MINUTE],
    ['7d', 7 * DAY],
    ['1w', 7 * DAY],
    ['52w', 364 * DAY],
    ['365d', 365 * DAY],
    ['8760h', 365 * DAY],
    [' 2 H ', 120 * MINUTE],
    ['007d', 7 * DAY],
    ['7 days', 7 * DAY],
    ['1 Week', 7 * DAY],
    ['2 hrs', 120 * MINUTE],
    ['1 hour', 60 * MINUTE],
    ['45 min', 45 * MINUTE],
    ['forever', null],
    ['For ever', null],
  ])('is understood: %j', (text, ms) => {
    expect(parseDuration(text)).toEqual({ kind: 'duration', ms });
  });

  it.each([
    ['0m', 'too-short'],
    ['0w', 'too-short'],
    ['366d', 'too-long'],
    ['53w', 'too-long'],
    [`${'9'.repeat(400)}w`, 'too-long'],
    ['', 'not-understood'],
    ['30', 'not-understood'],
    ['m', 'not-understood'],
    ['1.5h', 'not-understood'],
    ['-1d', 'not-understood'],
    ['1h30m', 'not-understood'],
    ['1s', 'not-understood'],
    ['1 month', 'not-understood'],
    ['2 hs', 'not-understood'],
    ['0 days', 'too-short'],
    ['１d', 'not-understood'],
    ['never', 'not-understood'],
    ['constructor', 'not-understood'],
  ])('is refused: %j', (text, why) => {
    expect(parseDuration(text)).toEqual({ kind: 'refused', why });
  });

  it('is within its bounds, whatever is said', () => {
    const words = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.nat(100_000_000), fc.constantFrom('m', 'h', 'd', 'w', 's', ' M'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const parsed = parseDuration(text);
        const ms = parsed.kind === 'duration' ? (parsed.ms ?? DURATION.max) : DURATION.min;
        expect(Number.isInteger(ms) && ms >= DURATION.min && ms <= DURATION.max).toBe(true);
      }),
    );
  });
});
