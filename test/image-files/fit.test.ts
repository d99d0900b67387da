import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { Shrink } from '../../src/image-files/best-webp.ts';
import { explained, METADATA_LEVELS } from '../../src/image-files/explain.ts';
import { fitted, toldInFull } from '../../src/image-files/fit.ts';
import { parametersText } from '../../src/image-files/parameters.ts';
import { createWebpEncoder } from '../../src/image-files/webp-encoder.ts';
import { listeningLog } from '../support/edge-log.ts';
import { picture } from '../support/edge-pictures.ts';
import { noisyPng } from '../support/image-files.ts';
import { readPng } from '../support/png-texts.ts';
import { commentIn, difference, noise } from '../support/pictures.ts';

const asked = { prompt: 'A fox, “in snow”', negativePrompt: 'hens' };
const { signal } = new AbortController();
const real = createWebpEncoder(listeningLog().log);

const side = { width: 200, height: 120 };
const original = await noise(200, 120, 25).png().toBuffer();
const made = picture({ bytes: original, ...side });

const wrongly: Shrink = () => Promise.resolve(Buffer.from('no picture'));
const never: Shrink = () => Promise.reject(new DOMException('over', 'AbortError'));

interface Given {
  readonly limit: number;
  readonly metadata?: (typeof METADATA_LEVELS)[number];
  readonly shrink?: Shrink;
  readonly given?: typeof made;
}

const fit = ({ limit, metadata = 'full', shrink = real, given = made }: Given) =>
  fitted(given, asked, { metadata, limit, shrink, signal });

const told = async (file: Buffer) => {
  const { exif, xmp } = await sharp(file).metadata();
  return { comment: exif && commentIn(exif), xmp: xmp?.toString() };
};

describe('a picture that must keep a limit', () => {
  it('stays as it is where it fits, with all it tells or less', async () => {
    const shrink = vi.fn<Shrink>();
    const whole = explained({ ...asked, ...made }, 'full', 1_000_000);
    expect(await fit({ limit: whole.length, shrink })).toEqual({ ...made, bytes: whole });
    expect(await fit({ limit: original.length, shrink })).toEqual(made);
    expect(shrink).not.toHaveBeenCalled();
  });

  it('is a WebP of the same pixels where the plain file does not fit', async () => {
    const limit = original.length - 1;
    const smaller = await fit({ limit });
    expect(smaller).toMatchObject({ ...side, format: 'webp', convertedFrom: 'png', seed: 7 });
    expect(smaller.bytes.length).toBeLessThanOrEqual(limit);
    expect(await sharp(smaller.bytes).metadata()).toMatchObject({ format: 'webp', ...side });
    expect(await difference(smaller.bytes, original)).toBeLessThan(12);
  });

  it.each([
    ['png', () => noise(200, 120, 25).png()],
    ['jpeg', () => noise(200, 120, 25).jpeg({ quality: 100 })],
    ['webp', () => noise(200, 120, 25).webp({ lossless: true })],
  ] as const)('says what the file was: %s', async (format, make) => {
    const bytes = await make().toBuffer();
    const given = picture({ bytes, ...side, format });
    const { convertedFrom, format: now } = await fit({ limit: bytes.length - 1, given });
    expect([convertedFrom, now]).toEqual([format, 'webp']);
  });

  it('gives the size that the new file states', async () => {
    const bytes = await noise(200, 120)
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const given = picture({ bytes, ...side, format: 'jpeg' });
    expect(await fit({ limit: bytes.length - 1, given })).toMatchObject({
      width: 120,
      height: 200,
    });
  });

  it('comes back as it came where it fits in no way', async () => {
    expect(await fit({ limit: 1_000 })).toEqual(made);
    const damaged = picture({ bytes: noisyPng(64, 64, 20_000) });
    expect(await fit({ limit: 20_000, given: damaged })).toEqual(damaged);
    expect(await fit({ limit: 1_000, shrink: wrongly })).toEqual(made);
  });

  it('ends with the signal', async () => {
    await expect(fit({ limit: 1_000, shrink: never })).rejects.toThrow('over');
  });
});

describe('a WebP of the bot’s own', () => {
  const limit = original.length - 1;
  const comment =
    'A fox, “in snow”\nNegative prompt: hens\nSize: 200x120, Seed: 7, Model: Stable Image Core';

  it.each([
    ['full', comment, true],
    ['source', undefined, true],
    ['none', undefined, false],
  ] as const)('tells with %s what a PNG does', async (metadata, words, hasSource) => {
    const { bytes } = await fit({ limit, metadata });
    const found = await told(bytes);
    expect(found.comment).toBe(words);
    expect(found.xmp?.includes('trainedAlgorithmicMedia') ?? false).toBe(hasSource);
    expect(bytes.includes(Buffer.from('fox', 'utf16le').swap16())).toBe(metadata === 'full');
  });

  it('tells less rather than being too large', async () => {
    const bare = await noise(200, 120, 25).webp({ quality: 76 }).toBuffer();
    const shrink: Shrink = () => Promise.resolve(bare);
    const sizeOf = async (given: Omit<Given, 'shrink'>) =>
      (await fit({ ...given, shrink })).bytes.length;
    const source = await sizeOf({ limit, metadata: 'source' });
    const full = await sizeOf({ limit });
    expect(bare.length < source && source < full && full < limit).toBe(true);
    expect(await sizeOf({ limit: full })).toBe(full);
    expect(await sizeOf({ limit: full - 1 })).toBe(source);
    expect(await sizeOf({ limit: source - 1 })).toBe(bare.length);
    expect(await fit({ limit: bare.length - 1, shrink })).toEqual(made);
  });

  it('leaves room for its words before it takes more quality', async () => {
    const good = await real(original, 92, signal);
    const { bytes } = await fit({ limit: (good?.length ?? 0) + 100 });
    expect(bytes.length).toBeLessThanOrEqual((good?.length ?? 0) + 100);
    expect((await told(bytes)).comment).toBe(comment);
  });

  it('keeps the image service’s own XMP, whatever the setting', async () => {
    const bytes = await noise(200, 120, 25).withXmp('<own/>').png().toBuffer();
    const given = picture({ bytes, ...side });
    for (const metadata of METADATA_LEVELS) {
      const smaller = await fit({ limit: bytes.length - 1, metadata, given });
      expect((await told(smaller.bytes)).xmp).toBe('<own/>');
    }
  });
});

/** The file without the prompt, and the same once it may tell it. */
const later = async (limit: number, given = made) => {
  const first = await fit({ limit, given, metadata: 'source' });
  return [first, toldInFull(first, asked, { metadata: 'full', limit })] as const;
};

const textsIn = (file: Buffer) =>
  new Map(readPng(file).texts.map(([name, , text]) => [name, text]));

describe('a file that told no prompt at first', () => {
  it('tells in the end what it would have told at once', async () => {
    const limit = 1_000_000;
    const [first, last] = await later(limit);
    expect(first.bytes.includes('A fox')).toBe(false);
    expect(textsIn(last.bytes)).toEqual(textsIn((await fit({ limit })).bytes));
  });

  it('does so as a WebP as well', async () => {
    const [first, last] = await later(original.length - 1);
    const { comment: before, xmp } = await told(first.bytes);
    expect([before, first.format]).toEqual([undefined, 'webp']);
    expect(await told(last.bytes)).toEqual({
      comment: parametersText({ ...asked, ...first }),
      xmp,
    });
  });

  it('keeps the limit, and its silence where only that fits', async () => {
    const { length } = (await fit({ limit: 1_000_000, metadata: 'source' })).bytes;
    const [first, last] = await later(length);
    expect(last.bytes).toEqual(first.bytes);
  });

  it('stays as it came where the service made it another way', async () => {
    const bytes = await noise(200, 120, 25).webp({ lossless: true }).toBuffer();
    const [, last] = await later(1_000_000, picture({ bytes, ...side, format: 'webp' }));
    expect(last.bytes).toEqual(bytes);
  });
});
