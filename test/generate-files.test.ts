import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { picture } from './support/edge-pictures.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { noisyPng } from './support/image-files.ts';

const plain = noisyPng(1024, 1024, 20_000);
const drawPlain = () => Promise.resolve(picture({ bytes: plain }));

/** Asks for one picture where a file may have so many bytes. */
async function askWithin(fileLimit: number) {
  const { talk, studio, shown, figures } = await setStudio({ draw: drawPlain });
  const ending = await generate({ prompt: 'A fox' }, originAt(0, { fileLimit }), talk, studio);
  const sent = shown[0]?.pictures[0]?.bytes ?? Buffer.alloc(0);
  return { ending, sent, used: (await figures()).used };
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

  it('is refused where not even that fits', async () => {
    const { ending, used } = await askWithin(plain.length - 1);
    expect(ending).toEqual({ kind: 'not-delivered', refusal: 'too-large' });
    expect(used).toBe(0);
  });
});
