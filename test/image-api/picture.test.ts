import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/image-api/picture.ts';
import {
  jpegShell,
  PNG_SIGNATURE,
  pngChunk,
  pngHeader,
  tinyPng,
  webpShell,
} from '../support/image-files.ts';

const layouts = ['VP8 ', 'VP8L', 'VP8X'] as const;
const side = fc.integer({ min: 1, max: 4096 });
const junk = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes));

describe('a whole file is read under its true format', () => {
  it('at any size, with what follows its end cut off', () => {
    fc.assert(
      fc.property(side, side, fc.uint8Array({ maxLength: 40 }), (width, height, tail) => {
        const files = [
          ['png', tinyPng(width, 1)],
          ['jpeg', jpegShell(width, height)],
          ...layouts.map((layout) => ['webp', webpShell(layout, width, height)] as const),
        ] as const;
        for (const [format, file] of files) {
          const size = { width, height: format === 'png' ? 1 : height };
          const seen = readPicture(Buffer.concat([file, tail.filter((byte) => byte !== 0xff)]));
          expect(seen).toEqual({ ok: true, format, ...size, bytes: file });
        }
      }),
    );
  });
});

describe('a PNG', () => {
  const png = tinyPng(64, 32);

  it('that was cut anywhere is refused', () => {
    for (let length = 0; length < png.length; length += 1) {
      expect(readPicture(png.subarray(0, length)).ok).toBe(false);
    }
  });

  it('with any changed byte is refused', () => {
    const change = fc.tuple(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([at, mask]) => {
        const changed = Buffer.from(png);
        changed[at] = (changed[at] ?? 0) ^ mask;
        expect(readPicture(changed).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  const end = pngChunk('IEND', Buffer.alloc(0));
  const data = pngChunk('IDAT', Buffer.alloc(9));
  it.each([
    ['without pixels', [pngHeader(8, 8), end], 'corrupt'],
    ['with empty pixels', [pngHeader(8, 8), pngChunk('IDAT', Buffer.alloc(0)), end], 'corrupt'],
    ['without header', [data, end], 'corrupt'],
    ['with two headers', [pngHeader(8, 8), pngHeader(8, 8), data, end], 'corrupt'],
    ['with a long header', [pngChunk('IHDR', Buffer.alloc(14)), data, end], 'corrupt'],
    ['without end', [pngHeader(8, 8), data], 'truncated'],
    ['of no width', [pngHeader(0, 8), data, end], 'empty'],
    ['of no height', [pngHeader(8, 0), data, end], 'empty'],
    ['of 4097 pixels', [pngHeader(4097, 8), data, end], 'too-large'],
    ['of 60,000 pixels a side', [pngHeader(60_000, 60_000), data, end], 'too-large'],
  ])('%s is refused', (_, chunks, fault) => {
    expect(readPicture(Buffer.concat([PNG_SIGNATURE, ...chunks]))).toEqual({ ok: false, fault });
  });
});

describe('other bytes', () => {
  const shells = [jpegShell(640, 480), ...layouts.map((layout) => webpShell(layout, 640, 480))];

  it.each(shells)('a JPEG or WebP that was cut anywhere is refused: %#', (shell) => {
    for (let length = 0; length < shell.length; length += 1) {
      expect(readPicture(shell.subarray(0, length)).ok).toBe(false);
    }
  });

  it('that only begin like a picture never throw', () => {
    const heads = [
      PNG_SIGNATURE,
      ...shells.flatMap((shell) => [4, 12, 20, 30].map((n) => shell.subarray(0, n))),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), junk, (head, tail) => {
        expect(readPicture(Buffer.concat([head, tail]))).toHaveProperty('ok');
      }),
      { numRuns: 5000 },
    );
  });

  it('with any changed byte never throw', () => {
    const change = fc.tuple(fc.constantFrom(...shells), fc.nat(40), fc.nat(255));
    fc.assert(
      fc.property(change, ([shell, at, value]) => {
        const changed = Buffer.from(shell);
        changed[at % changed.length] = value;
        expect(readPicture(changed)).toHaveProperty('ok');
      }),
      { numRuns: 5000 },
    );
  });

  it('of no known format are named so', () => {
    for (const text of ['', '<html>', 'GIF89a', 'RIFF', 'RIFF0000WAVE']) {
      expect(readPicture(Buffer.from(text))).toEqual({ ok: false, fault: 'unknown-format' });
    }
  });
});
