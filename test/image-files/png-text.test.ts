import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPng } from '../../src/image-api/png.ts';
import { addTexts } from '../../src/image-files/png-text.ts';
import { PNG_SIGNATURE, pngChunk, pngHeader, tinyPng } from '../support/image-files.ts';
import { readPng, textUnder } from '../support/png-texts.ts';

const NUL = '\0';
const pixels = [pngChunk('IDAT', Buffer.from([1])), pngChunk('IDAT', Buffer.from([2, 3]))];
const end = pngChunk('IEND', Buffer.alloc(0));

/** A PNG whose chunks are not only header, pixels and end. */
const pngOf = (before: readonly Buffer[], after: readonly Buffer[] = []) =>
  Buffer.concat([PNG_SIGNATURE, pngHeader(2, 3), ...before, ...pixels, ...after, end]);

const note = (text: string) => [{ keyword: 'parameters', text }];

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: fc.nat(0xff).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: fc.constantFrom('a', ' ', NUL, '\r', '\n', 'é', '\ufeff', '\ud800', '狐') }),
);

describe('a text of a PNG file', () => {
  it('comes back as it went in, but for what no PNG may hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = text.split(NUL).join('').split('\r\n').join('\n').split('\r').join('\n');
        expect(textUnder(addTexts(pngOf([]), note(text)), 'parameters')).toBe(kept.toWellFormed());
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['A fox\nin the snow, 100 % ÀÿÑ', 'tEXt'],
    ['狐', 'iTXt'],
    ['a tab\t', 'iTXt'],
    ['a control \x85', 'iTXt'],
    ['“quoted”', 'iTXt'],
  ])('%j stands in %s', (text, type) => {
    expect(readPng(addTexts(pngOf([]), note(text))).texts).toEqual([['parameters', type, text]]);
  });

  it('stands between the header and everything else, which stays as it was', () => {
    const profile = pngChunk('gAMA', Buffer.from([0, 0, 0, 1]));
    const software = pngChunk('tEXt', Buffer.from('Software\0a camera'));
    const time = pngChunk('tIME', Buffer.alloc(7));
    const texts = [{ keyword: 'one', text: '1' }, ...note('A fox')];
    const file = addTexts(pngOf([profile, software], [time]), texts);

    expect(checkPng(file)).toEqual({ ok: true, width: 2, height: 3, end: file.length });
    const { chunks } = readPng(file);
    const whole = chunks.map((chunk) => chunk.whole);
    expect(chunks.slice(1, 3).map(({ data }) => data.toString())).toEqual([
      'one\x001',
      'parameters\0A fox',
    ]);
    expect([whole[0], ...whole.slice(3)]).toEqual([
      pngHeader(2, 3),
      profile,
      software,
      ...pixels,
      time,
      end,
    ]);
  });

  it.each([
    ['tEXt', 'parameters\0Steps: 20'],
    ['iTXt', 'parameters\0\0\0\0\0Steps: 20'],
    ['zTXt', Buffer.concat([Buffer.from('parameters\0\0'), deflateSync('Steps: 20')])],
  ])('is not said again where the file says it in %s', (type, data) => {
    const there = pngChunk(type, Buffer.from(data));
    for (const file of [pngOf([there]), pngOf([], [there])]) {
      const texts = [...note('A fox'), { keyword: 'other', text: 'new' }];
      const written = addTexts(file, texts);
      expect(textUnder(written, 'parameters')).toBe('Steps: 20');
      expect(textUnder(written, 'other')).toBe('new');
      expect(addTexts(file, note('A fox')).equals(file)).toBe(true);
    }
  });
});

describe('a file that must not be touched', () => {
  const signature = pngChunk('caBX', Buffer.from('jumb'));

  it.each([
    ['before the pixels', pngOf([signature])],
    ['behind the pixels', pngOf([], [signature])],
  ])('is one with a C2PA manifest %s', (_, file) => {
    expect(addTexts(file, note('A fox'))).toBe(file);
  });

  it.each([
    ['no PNG', Buffer.from('not looked at')],
    ['nothing but a signature', PNG_SIGNATURE],
    ['zeros', Buffer.alloc(100)],
    ['cut in its header', tinyPng(1, 1).subarray(0, 30)],
    ['without a header', Buffer.concat([PNG_SIGNATURE, ...pixels, pngHeader(2, 3), end])],
  ])('is %s', (_, file) => {
    expect(addTexts(file, note('A fox'))).toBe(file);
  });

  it('nor does any other make it fail', () => {
    const starts = fc.constantFrom(Buffer.alloc(0), PNG_SIGNATURE, tinyPng(1, 1).subarray(0, 33));
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, bytes) => {
        const file = Buffer.concat([start, bytes]);
        expect(addTexts(file, note('')).length).toBeGreaterThanOrEqual(file.length);
      }),
    );
  });
});
