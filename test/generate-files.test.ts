import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { createWebpEncoder } from '../src/image-files/webp-encoder.ts';
import { listeningLog } from './support/edge-log.ts';
import { picture } from './support/edge-pictures.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { noisyPng } from './support/image-files.ts';
import { noisePng } from './support/pictures.ts';

const plain = noisyPng(1024, 1024, 20_000);
const real = await noisePng(256);
const shrink = createWebpEncoder(listeningLog().log);

/** Asks for one picture where a file may have so many bytes. */
async function askWithin(fileLimit: number, bytes = plain) {
  const draw = () => Promise.resolve(picture({ bytes }));
  const { talk, studio, shown, figures } = await setStudio({ draw, shrink });
  const ending = await generate({ prompt: 'A fox' }, originAt(0, { fileLimit }), talk, studio);
  const sent = shown[0]?.pictures[0]?.bytes ?? Buffer.alloc(0);
  const { format } = shown[0]?.pictures[0] ?? {};
  return { ending, sent, format, used: (await figures()).used };
}

const delivered = { kind: 'delivered', pictures: 1, captured: 6 };

describe('a file that tells how it was made', () => {
  it('is measured with what it tells, and tells less where that is too much', async () => {
    const whole = await askWithin(1_000_000);
    expect(whole).toMatchObject({ ending: delivered, used: 6 });
    expect(whole.sent.includes('A fox')).toBe(true);

    const limit = whole.sent.length - 1;
    const less = await askWithin(limit);
    expect(less).toMatchObject({ ending: delivered, used: 6 });
    expect(less.sent.length).toBeLessThanOrEqual(limit);
    expect(less.sent.includes('A fox')).toBe(false);
    expect(less.sent.includes('trainedAlgorithmicMedia')).toBe(true);
  });

  it('is sent without a word where the picture alone fits', async () => {
    const { ending, sent, used } = await askWithin(plain.length);
    expect({ ending, used }).toEqual({ ending: delivered, used: 6 });
    expect(sent).toEqual(plain);
  });

  it('is sent as a WebP where the plain picture does not fit, and charged like any other', async () => {
    const { ending, sent, format, used } = await askWithin(real.length - 1, real);
    expect({ ending, used, format }).toEqual({ ending: delivered, used: 6, format: 'webp' });
    expect(sent.length).toBeLessThan(real.length);
  });

  it.each([
    ['where not even that fits', real, 5_000],
    ['where no WebP can be made of it', plain, plain.length - 1],
  ])('is refused %s', async (_, bytes, limit) => {
    const { ending, used } = await askWithin(limit, bytes);
    expect(ending).toEqual({ kind: 'not-delivered', refusal: 'too-large', made: true });
    expect(used).toBe(0);
  });
});
