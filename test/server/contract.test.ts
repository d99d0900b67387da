import { describe, expect, it } from 'vitest';
import { generateResponseSchema, stylePresets } from '../../src/image-api/contract.ts';
import { readPicture } from '../../src/image-api/picture.ts';
import { example, greyEngine, startServer } from '../support/image-server.ts';

describe('a good request', () => {
  it("the API document's example gets the document's answer", async () => {
    const { post } = await startServer();
    const { status, headers, body } = await post(example);
    expect(status).toBe(200);
    expect(headers.get('x-image-engine')).toBe('grey');
    expect(Object.keys(body)).toEqual(['code', 'message', 'data']);
    const answer = generateResponseSchema.parse(body);
    expect(answer).toMatchObject({ code: 0, message: 'success', data: { seed: 1073741824 } });
    const png = readPicture(Buffer.from(answer.data?.image ?? '', 'base64'));
    expect(png).toMatchObject({ ok: true, format: 'png', width: 1024, height: 1024 });
  });

  it('every option reaches the engine; what says nothing does not', async () => {
    const engine = greyEngine();
    const { post } = await startServer({ engine });
    const full = { aspect_ratio: '1:1', seed: 4294967294, negative_prompt: 'fog' };
    await post({ ...example, ...full, style_preset: 'anime' });
    await post({ ...example, negative_prompt: '', seed: null });
    const { prompt, width, height } = example;
    expect(engine.orders).toEqual([
      { prompt, width, height, seed: 4294967294, negativePrompt: 'fog', stylePreset: 'anime' },
      { prompt, width, height, seed: 1073741824 },
    ]);
  });

  it.each([
    ['absent', 0, {}, 1],
    ['absent', 0.999_999_999_999, {}, 2147483647],
    ['0', 0, { seed: 0 }, 1],
    ['null', 0, { seed: null }, 1],
    ['given', 0, { seed: 5 }, 5],
  ])('a seed that is %s (random %d) is answered as %j -> %i', async (_, random, extra, seed) => {
    const { post } = await startServer({ random: () => random });
    expect((await post({ ...example, ...extra })).body).toMatchObject({ data: { seed } });
  });

  it.each([
    { width: 320, height: 1536 },
    { width: 1536, height: 320 },
    { prompt: '𝒙'.repeat(10_000), negative_prompt: '𝒙'.repeat(10_000) },
    ...stylePresets.map((style_preset) => ({ style_preset })),
  ])('is at the edge and fine: %#', async (extra) => {
    const { post } = await startServer();
    expect((await post({ ...example, width: 320, height: 320, ...extra })).body).toMatchObject({
      code: 0,
    });
  });

  it('with a contradicting ratio is painted by width and height', async () => {
    const engine = greyEngine();
    const { post } = await startServer({ engine });
    const { body } = await post({ ...example, aspect_ratio: '16:9' });
    expect(body).toMatchObject({ code: 0 });
    expect(engine.orders).toMatchObject([{ width: 1024, height: 1024 }]);
  });
});

/** A pattern for one whole text. */
const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

describe('a bad request', () => {
  const side = 'a multiple of 64 between 320 and 1536';

  it.each([
    [{ prompt: undefined }, 'prompt is required and must not be empty.'],
    [{ prompt: '' }, 'prompt must not be empty.'],
    [{ prompt: ' \n' }, 'prompt must not be empty.'],
    [{ prompt: 5 }, 'prompt must be a text.'],
    [
      { prompt: 'x'.repeat(10_001) },
      'prompt must not be longer than 10000 characters; it has 10001.',
    ],
    [{ width: undefined }, `width is required and must be ${side}.`],
    [{ width: 1000 }, `width must be ${side}; the nearest to 1000 are 960 and 1024.`],
    [{ width: 640.5 }, `width must be ${side}; the nearest to 640.5 are 640 and 704.`],
    [{ width: '1024' }, `width must be a number, ${side}.`],
    [{ width: null }, `width must be a number, ${side}.`],
    [{ height: 256 }, `height must be ${side}; the nearest to 256 is 320.`],
    [{ height: -64 }, `height must be ${side}; the nearest to -64 is 320.`],
    [{ height: 1600 }, `height must be ${side}; the nearest to 1600 is 1536.`],
    [
      { aspect_ratio: '4:3' },
      'aspect_ratio must be one of 1:1, 16:9, 21:9, 3:2, 5:4, 4:5, 2:3, 9:16, 9:21, or be left out.',
    ],
    [
      { style_preset: '' },
      /^style_preset must be one of 3d-model, analog-film, .*tile-texture, or be left out\.$/,
    ],
    [{ style_preset: null }, /^style_preset must be one of /],
    [{ negative_prompt: null }, 'negative_prompt must be a text.'],
    [{ negative_prompt: 'x'.repeat(10_001) }, /^negative_prompt must not be longer than 10000 /],
    [
      { seed: -1 },
      'seed must be a whole number between 0 and 4294967294; 0 asks for a random one.',
    ],
    [{ seed: 4294967295 }, /^seed must be /],
    [{ seed: 1.5 }, /^seed must be /],
    [{ seed: '7' }, /^seed must be /],
    [
      { size: 5 },
      '"size" is not a field of this request; the fields are prompt, width, height, aspect_ratio, seed, negative_prompt, style_preset.',
    ],
  ])('is answered with one sentence that helps: %#', async (extra, expected) => {
    const message = typeof expected === 'string' ? exactly(expected) : expected;
    const engine = greyEngine();
    const { post } = await startServer({ engine });
    const { status, body } = await post({ ...example, ...extra });
    expect(status).toBe(400);
    expect(generateResponseSchema.parse(body)).toEqual({
      code: -1,
      message: expect.stringMatching(message),
      data: null,
    });
    expect(engine.orders).toEqual([]);
  });

  it('contradicts itself, where the server is strict', async () => {
    const { post } = await startServer({ strict: true });
    const { status, body } = await post({ ...example, aspect_ratio: '16:9' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: -1,
      message: 'aspect_ratio 16:9 contradicts width 1024 and height 1024.',
    });
  });
});
