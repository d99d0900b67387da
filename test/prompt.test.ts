import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPrompt } from '../src/prompt.ts';

const chars = (...codes: number[]): string => String.fromCodePoint(...codes);

describe('a prompt', () => {
  it.each([
    ['plain words', 'A fox, 3.5 m tall!', 'A fox, 3.5 m tall!'],
    [
      'white space of any kind as one space',
      '  A\r\n\tfox\u00a0 in\u2028snow\u3000 ',
      'A fox in snow',
    ],
    ['no controls', 'A\u0000 f\u001box\u0085', 'A fox'],
    ['no direction marks', 'A \u202efox\u202c \u2066in\u2069 \u200esnow', 'A fox in snow'],
    ['no zero-width characters', 'A\u200b f\u2060o\ufeffx\u00ad', 'A fox'],
    ['no space where an invisible character stood alone', 'A \u200b fox', 'A fox'],
    ['no tag characters', `A fox${chars(0xe0041, 0xe0042)}`, 'A fox'],
    ['no halves of characters', 'A \ud83dfox\udc00', 'A fox'],
    ['no noncharacters', `A${chars(0xfffe, 0x1ffff)} fox`, 'A fox'],
    ['composed letters', 'cre\u0300me', 'cr\u00e8me'],
    ['letters composed across a removed mark', 'cre\u200b\u0300me', 'cr\u00e8me'],
    ['joined emoji', '👩‍🚀 and 👩🏽‍❤️‍👨🏻', '👩‍🚀 and 👩🏽‍❤️‍👨🏻'],
    ['Arabic', 'ثعلب في الثلج', 'ثعلب في الثلج'],
    ['Persian with its non-joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['Hebrew with its points', 'שׁוּעָל'.normalize('NFC'), 'שׁוּעָל'.normalize('NFC')],
    ['Devanagari with its joiner', 'क्\u200dष', 'क्\u200dष'],
  ])('keeps or becomes: %s', (_, text, cleaned) => {
    expect(cleanPrompt(text)).toBe(cleaned);
  });

  it.each([
    ['spaces', ' \n\t\u3000'],
    ['zero-width spaces', '\u200b\u200b\ufeff'],
    ['joiners', '\u200d \u200c'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['selectors and loose marks', '\ufe0f\u0301'],
    ['blanks of Braille', '\u2800\u2800'],
    ['tags', chars(0xe0020, 0xe007f)],
  ])('is empty where it holds nothing but %s', (_, text) => {
    expect(cleanPrompt(text)).toBe('');
  });

  it('is changed by the first cleaning only', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\u200b',
        '\u200d',
        '\ufeff',
        'e',
        '\u0301',
        '\u202e',
        '👩',
        '\ud83d',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (parts) => {
        const once = cleanPrompt(parts.join(''));
        expect(cleanPrompt(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cc}|\p{Cs}| {2}|^ | $/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
