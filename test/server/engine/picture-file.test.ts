import { describe, expect, it } from 'vitest';
import { aspectRatios, type AspectRatio } from '../../../src/image-api/contract.ts';
import type { PaintOrder } from '../../../server/engine/engine.ts';
import { labelBox } from '../../../server/engine/label.ts';
import { paintOrder } from '../../../server/engine/picture-file.ts';
import { decodePng, distance, pixelHash } from './decode.ts';

const order: PaintOrder = { prompt: 'A lighthouse on a cliff', width: 320, height: 320, seed: 11 };

/** The smallest size of each ratio within the contract's limits. */
const SMALLEST: Record<AspectRatio, readonly [number, number]> = {
  '1:1': [320, 320],
  '16:9': [1024, 576],
  '21:9': [896, 384],
  '3:2': [576, 384],
  '5:4': [640, 512],
  '4:5': [512, 640],
  '2:3': [384, 576],
  '9:16': [576, 1024],
  '9:21': [384, 896],
};

describe('paintOrder', () => {
  it.each(aspectRatios)('paints exactly the asked size at %s', (ratio) => {
    const [width, height] = SMALLEST[ratio];
    const picture = decodePng(paintOrder({ ...order, width, height }));
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect(picture.pixels.length).toBe(width * height * 3);
  });

  it('paints the same pixels for the same order', () => {
    expect(pixelHash(paintOrder(order))).toBe(pixelHash(paintOrder({ ...order })));
  });

  it('paints other pixels for another seed or prompt', () => {
    const hashes = [order, { ...order, seed: 12 }, { ...order, prompt: 'something else' }];
    expect(new Set(hashes.map((one) => pixelHash(paintOrder(one)))).size).toBe(3);
  });

  it('takes the largest seed', () => {
    const picture = decodePng(paintOrder({ ...order, seed: 4_294_967_294 }));
    expect(picture.width).toBe(320);
  });

  it('paints a picture without the thing that the negative prompt names', () => {
    const boats = { ...order, prompt: 'boats on a calm sea at noon' };
    const withBoats = decodePng(paintOrder(boats)).pixels;
    const without = decodePng(paintOrder({ ...boats, negativePrompt: 'boat' })).pixels;
    const withoutOther = decodePng(paintOrder({ ...boats, negativePrompt: 'cactus' })).pixels;
    expect(distance(withBoats, without)).toBeGreaterThan(0.5);
    expect(distance(withBoats, withoutOther)).toBe(0);
    // What is left stays where it was: the upper third holds no boat.
    const third = 320 * 3 * 64;
    expect(distance(withBoats.subarray(0, third), without.subarray(0, third))).toBe(0);
  });
});

describe('the file', () => {
  const { chunks } = decodePng(paintOrder(order));
  const text = (type: string): string =>
    chunks.find((chunk) => chunk.type === type)?.data.toString('utf8') ?? '';

  it('has sound checksums from IHDR to IEND', () => {
    expect(chunks.every(({ sound }) => sound)).toBe(true);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'tEXt', 'iTXt', 'IDAT', 'IEND']);
  });

  it('says that an algorithm made it', () => {
    expect(text('tEXt')).toBe('Software\0Easel sample engine (procedural, not a model)');
    expect(text('iTXt').startsWith('XML:com.adobe.xmp\0\0\0\0\0<?xpacket')).toBe(true);
    expect(text('iTXt')).toContain(
      'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"',
    );
  });
});

describe('the label', () => {
  it.each([
    [320, 320],
    [1024, 576],
    [384, 896],
  ])('is light on dark inside a %i by %i picture', (width, height) => {
    const { pixels } = decodePng(paintOrder({ ...order, width, height }));
    const box = labelBox(width, height);
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(width);
    expect(box.y + box.height).toBeLessThan(height);
    let light = 0;
    for (let y = box.y; y < box.y + box.height; y++) {
      for (let x = box.x; x < box.x + box.width; x++) {
        if ((pixels[(y * width + x) * 3] ?? 0) > 230) light++;
      }
    }
    // The dots of the 22 letters and the dash.
    expect(light / (box.dot * box.dot)).toBe(339);
  });
});
