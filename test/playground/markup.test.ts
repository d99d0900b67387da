import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../playground/markup.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('the text of a message', () => {
  it('is taken apart line by line', () => {
    expect(parseMarkup('> a quote\nplain\n-# small')).toEqual([
      { kind: 'quote', parts: [text('a quote')] },
      { kind: 'plain', parts: [text('plain')] },
      { kind: 'subtext', parts: [text('small')] },
    ]);
  });

  it('loses the backslashes that protect markdown, and no others', () => {
    const [line] = parseMarkup(String.raw`\*bold\* \<@1\> C:\dir \\`);
    expect(line?.parts).toEqual([text(String.raw`*bold* <@1> C:\dir ` + '\\')]);
  });

  it('names people and moments', () => {
    const [line] = parseMarkup('by <@!12> at <t:5:R>, <t:-7:D>, <t:8>.');
    expect(line?.parts).toEqual([
      text('by '),
      { kind: 'person', id: '12' },
      text(' at '),
      { kind: 'moment', at: 5_000, style: 'R' },
      text(', '),
      { kind: 'moment', at: -7_000, style: 'D' },
      text(', '),
      { kind: 'moment', at: 8_000, style: 'f' },
      text('.'),
    ]);
  });

  it('has no lines when there is none', () => {
    expect(parseMarkup('')).toEqual([]);
  });

  it('comes back whole when every sign in it was escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (words) => {
        const escaped = words.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
        const [line] = parseMarkup(`> ${escaped}`);
        expect(line).toEqual({ kind: 'quote', parts: [text(words)] });
      }),
    );
  });
});
