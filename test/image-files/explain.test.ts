import { describe, expect, it } from 'vitest';
import { explained, METADATA_LEVELS } from '../../src/image-files/explain.ts';
import { jpegShell, PNG_SIGNATURE, pngChunk, pngHeader, tinyPng } from '../support/image-files.ts';
import { readPng, textUnder } from '../support/png-texts.ts';

const XMP = 'XML:com.adobe.xmp';
const bytes = tinyPng(8, 8);

const made = (fields: Partial<Parameters<typeof explained>[0]> = {}) => ({
  bytes,
  format: 'png',
  prompt: 'A fox',
  width: 8,
  height: 8,
  seed: 7,
  sampleEngine: false,
  ...fields,
});

const keywords = (file: Buffer) => readPng(file).texts.map(([keyword]) => keyword);

const sourceType = (file: Buffer) =>
  /<Iptc4xmpExt:DigitalSourceType>([^<]*)</.exec(textUnder(file, XMP) ?? '')?.[1];

describe('a picture’s file', () => {
  it.each([
    ['full', [XMP, 'parameters']],
    ['source', [XMP]],
    ['none', []],
  ] as const)('tells with %s: %j', (level, texts) => {
    expect(keywords(explained(made(), level, 10_000))).toEqual(texts);
  });

  it('keeps the prompt to itself unless all may be told', () => {
    const files = METADATA_LEVELS.map((level) => explained(made(), level, 10_000));
    expect(files.map((file) => file.includes('A fox'))).toEqual([true, false, false]);
  });

  it.each([
    [false, 'trainedAlgorithmicMedia'],
    [true, 'algorithmicMedia'],
  ])('says in IPTC’s word what made it (sample engine: %s)', (sampleEngine, word) => {
    expect(sourceType(explained(made({ sampleEngine }), 'source', 10_000))).toBe(
      `http://cv.iptc.org/newscodes/digitalsourcetype/${word}`,
    );
  });

  it('tells less where it would grow over the limit, and is never larger for it', () => {
    const full = explained(made(), 'full', 10_000).length;
    const source = explained(made(), 'source', 10_000).length;
    const within = (limit: number) => explained(made(), 'full', limit);
    expect(within(full)).toHaveLength(full);
    expect(within(full - 1)).toHaveLength(source);
    expect(within(source)).toHaveLength(source);
    expect(within(source - 1)).toBe(bytes);
    expect(within(0)).toBe(bytes);
  });

  it('stays as it came where it is a JPEG or a WebP', () => {
    const jpeg = jpegShell(8, 8);
    expect(explained(made({ bytes: jpeg, format: 'jpeg' }), 'full', 10_000)).toBe(jpeg);
    const webp = made({ format: 'webp' });
    expect(explained(webp, 'full', 10_000)).toBe(webp.bytes);
  });

  it('leaves the service’s own word on its source as it is', () => {
    const own = pngChunk('iTXt', Buffer.from(`${XMP}\0\0\0\0\0<own/>`));
    const pixels = pngChunk('IDAT', Buffer.from([1]));
    const end = pngChunk('IEND', Buffer.alloc(0));
    const file = Buffer.concat([PNG_SIGNATURE, pngHeader(8, 8), own, pixels, end]);
    const written = explained(made({ bytes: file }), 'full', 10_000);
    expect(textUnder(written, XMP)).toBe('<own/>');
    expect(keywords(written)).toEqual(['parameters', XMP]);
  });
});
