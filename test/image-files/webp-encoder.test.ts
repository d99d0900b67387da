import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWebpEncoder } from '../../src/image-files/webp-encoder.ts';
import { listeningLog } from '../support/edge-log.ts';
import { jpegShell, noisyPng, tinyPng } from '../support/image-files.ts';
import { animation, difference, noise, noisePng, withPixelData } from '../support/pictures.ts';

const { signal } = new AbortController();

function encoder() {
  const { log, lines } = listeningLog();
  return { shrink: createWebpEncoder(log), lines };
}

/** Softer than noise: what is lost at a good quality is little then. */
const soft = () => noise(96, 64).blur(3);

const pixels = (file: Buffer) => sharp(file).raw().toBuffer({ resolveWithObject: true });

describe('a picture that is made smaller', () => {
  it.each([
    ['a PNG', () => soft().png()],
    ['a PNG of 16 bits', () => soft().toColourspace('rgb16').png()],
    ['a PNG with a palette', () => soft().png({ palette: true })],
    ['a grey PNG', () => soft().greyscale().png()],
    ['a PNG with alpha', () => soft().ensureAlpha(0.4).png()],
    ['an interlaced PNG', () => soft().png({ progressive: true })],
    ['a JPEG', () => soft().jpeg({ quality: 100 })],
    ['a lossless WebP', () => soft().webp({ lossless: true })],
  ])('is the same as before: %s', async (_, make) => {
    const file = await make().toBuffer();
    const { shrink, lines } = encoder();
    const webp = (await shrink(file, 92, signal)) ?? Buffer.alloc(0);
    expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', width: 96, height: 64 });
    expect(await difference(webp, file)).toBeLessThan(2);
    expect(lines).toEqual([]);
  });

  it('keeps its alpha to the letter', async () => {
    const file = await soft().ensureAlpha(0.4).png().toBuffer();
    const webp = (await encoder().shrink(file, 76, signal)) ?? Buffer.alloc(0);
    const { data, info } = await pixels(webp);
    expect(info.channels).toBe(4);
    expect(data[3]).toBe((await pixels(file)).data[3]);
  });

  it('stands upright', async () => {
    const file = await soft().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    const webp = (await encoder().shrink(file, 92, signal)) ?? Buffer.alloc(0);
    const { orientation, ...found } = await sharp(webp).metadata();
    expect(found).toMatchObject({ width: 64, height: 96 });
    expect(orientation).toBeUndefined();
    expect(await difference(webp, file)).toBeLessThan(2);
  });

  it('still tells where it comes from, and nothing else', async () => {
    const file = await soft()
      .withXmp('<own/>')
      .withExif({ IFD0: { ImageDescription: 'a secret' } })
      .png()
      .toBuffer();
    const webp = (await encoder().shrink(file, 92, signal)) ?? Buffer.alloc(0);
    const { xmp, exif } = await sharp(webp).metadata();
    expect(xmp?.toString()).toBe('<own/>');
    expect(exif).toBeUndefined();
  });

  it('takes fewer bytes at less quality', async () => {
    const file = await noisePng(128);
    const { shrink } = encoder();
    const [good, less] = await Promise.all(
      [92, 76].map((quality) => shrink(file, quality, signal)),
    );
    expect(less?.length).toBeLessThan(good?.length ?? 0);
    expect(good?.length).toBeLessThan(file.length);
  });
});

const whole = await noisePng(64);
const moving = await animation();

describe('a file that cannot be made smaller', () => {
  it.each([
    [
      'with pixel data that ends too early',
      withPixelData(whole, (data) => data.subarray(0, 4_000)),
    ],
    ['with pixel data that is damaged', withPixelData(whole, (data) => data.fill(0xa5, 500, 900))],
    ['with pixel data that is none', noisyPng(64, 64, 20_000)],
    ['with a wrong end', whole.subarray(0, -20)],
    ['of too many pixels', tinyPng(4097, 4096)],
    ['of a billion pixels that are not there', noisyPng(65_535, 65_535, 100)],
    ['that is a JPEG’s shell', jpegShell(64, 64)],
    ['that is an animation', moving],
    ['that is no picture', Buffer.from('{"code":0}')],
    ['that is empty', Buffer.alloc(0)],
  ])('is told and left: %s', async (_, file) => {
    const { shrink, lines } = encoder();
    expect(await shrink(file, 92, signal)).toBeUndefined();
    expect(lines.join()).toContain('a picture could not be made smaller');
    expect(await shrink(whole, 92, signal)).toBeDefined();
  });
});

describe('waiting for it', () => {
  it('is for one at a time', async () => {
    const { shrink } = encoder();
    const atOnce: number[] = [];
    const count = () => {
      const { queue, process } = sharp.counters();
      atOnce.push(queue + process);
    };
    sharp.queue.on('change', count);
    onTestFinished(() => void sharp.queue.off('change', count));
    const file = await noisePng(256);
    await Promise.all(Array.from({ length: 4 }, () => shrink(file, 92, signal)));
    expect(atOnce.length).toBeGreaterThanOrEqual(4);
    // Its own count is behind: what has just ended is still in it when the next begins.
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(2);
  });

  it('ends with the signal, for what runs and what waits its turn', async () => {
    const { shrink, lines } = encoder();
    const file = await noisePng(512);
    const end = new AbortController();
    const both = [shrink(file, 92, end.signal), shrink(file, 92, end.signal)];
    const reason = new DOMException('over', 'AbortError');
    end.abort(reason);
    const results = await Promise.allSettled(both);
    expect(results).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    await expect(shrink(file, 92, end.signal)).rejects.toBe(reason);
    expect(await shrink(file, 92, signal)).toBeDefined();
    expect(lines).toEqual([]);
  });
});
