import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/image-api/picture.ts';
import { userComment } from '../../src/image-files/exif.ts';
import { addChunks, growth } from '../../src/image-files/webp-chunks.ts';
import { webpShell } from '../support/image-files.ts';
import { commentIn, difference, noise } from '../support/pictures.ts';

const EXIF = { tag: 'EXIF', data: userComment('A fox') };
const XMP = { tag: 'XMP ', data: Buffer.from('<x/>') };

const plain = await noise(40, 24).webp().toBuffer();
const clear = await noise(40, 24).ensureAlpha(0.5).webp().toBuffer();
const lossless = await noise(40, 24).webp({ lossless: true }).toBuffer();

describe('a WebP file that tells more', () => {
  it.each([
    ['without alpha', plain, false],
    ['with alpha', clear, true],
  ])('is the same picture (%s)', async (_, file, hasAlpha) => {
    const told = addChunks(file, [EXIF, XMP]);
    const found = await sharp(told).metadata();
    expect(found).toMatchObject({ format: 'webp', width: 40, height: 24, hasAlpha });
    expect(commentIn(found.exif ?? Buffer.alloc(0))).toBe('A fox');
    expect(found.xmp).toEqual(XMP.data);
    expect(await difference(told, file)).toBe(0);
    expect(readPicture(told)).toEqual({
      ok: true,
      bytes: told,
      format: 'webp',
      width: 40,
      height: 24,
    });
  });

  it.each([
    [[EXIF], 0x08],
    [[XMP], 0x04],
    [[EXIF, XMP], 0x0c],
  ])('says in its header what is in it (%#)', (added, flags) => {
    expect(addChunks(plain, added)[20]).toBe(flags);
    const alpha = 0x10;
    expect(addChunks(clear, added)[20]).toBe(flags | alpha);
  });

  it('does not say again what it says already', async () => {
    const own = await noise(40, 24).withXmp('<own/>').webp().toBuffer();
    const told = addChunks(own, [EXIF, XMP]);
    const found = await sharp(told).metadata();
    expect(found.xmp?.toString()).toBe('<own/>');
    expect(commentIn(found.exif ?? Buffer.alloc(0))).toBe('A fox');
    expect(addChunks(told, [EXIF, XMP])).toBe(told);
  });

  it('is the same file where there is nothing to add, or no lossy pixels come first', () => {
    expect(addChunks(plain, [])).toBe(plain);
    expect(addChunks(lossless, [XMP])).toBe(lossless);
    expect(addChunks(Buffer.from('RIFF'), [XMP])).toEqual(Buffer.from('RIFF'));
  });

  it('stays whole, whatever it is told, and grows by what was foretold', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((data) => Buffer.from(data));
    const side = fc.integer({ min: 1, max: 4096 });
    fc.assert(
      fc.property(bytes, bytes, side, side, fc.boolean(), (exif, xmp, width, height, extended) => {
        const file = webpShell(extended ? 'VP8X' : 'VP8 ', width, height);
        const added = [
          { tag: 'EXIF', data: exif },
          { tag: 'XMP ', data: xmp },
        ];
        const told = addChunks(file, added);
        expect(readPicture(told)).toEqual({ ok: true, bytes: told, format: 'webp', width, height });
        expect(told.length % 2).toBe(0);
        const grown = told.length - file.length;
        expect(growth(added) - grown).toBe(extended ? 18 : 0);
      }),
    );
  });
});

describe('the user’s comment', () => {
  it.each(['A fox', '', 'Fuchs im Schnee, 雪の中の狐, 🦊\nSteps: 1'])(
    'is read as it was: %j',
    (text) => {
      expect(commentIn(userComment(text))).toBe(text);
    },
  );

  it('is in Unicode without halves of characters', () => {
    expect(commentIn(userComment('a\ud800b'))).toBe('a\ufffdb');
  });

  it('is big-endian, as programs for AI pictures write it', () => {
    const exif = userComment('A');
    expect(exif.toString('latin1', 0, 4)).toBe('MM\0*');
    expect(exif.subarray(-10)).toEqual(Buffer.from('UNICODE\0\0A', 'latin1'));
  });
});
