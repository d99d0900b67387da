import { describe, expect, it, onTestFinished } from 'vitest';
import { SAMPLE_ENGINE } from '../../src/image-api/contract.ts';
import { draw, KEY, lighthouse, startClient } from '../support/image-client.ts';
import { tinyPng } from '../support/image-files.ts';
import { sendJson, sendPicture, startImageService } from '../support/image-service.ts';

type Handler = Parameters<typeof startImageService>[0];

async function service(handler: Handler) {
  const started = await startImageService(handler);
  onTestFinished(() => started.close());
  return started;
}

const picture: Handler = (_, response) => sendPicture(response, tinyPng());

describe('the request', () => {
  it("is the API document's example with ratio and seed made explicit", async () => {
    const { url, requests } = await service(picture);
    await draw(startClient(url).api);
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(request?.path).toBe('/api/generate/core');
    expect(request?.body).toBe(
      '{"prompt":"A lighthouse on a cliff","width":1024,"height":1024,"aspect_ratio":"1:1","seed":42}',
    );
    expect(request?.headers).toEqual({
      host: new URL(url).host,
      connection: 'close',
      accept: 'application/json',
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      'content-length': '94',
      'user-agent': 'easel',
      authorization: KEY,
    });
  });

  it('carries the options that were chosen and counts bytes, not characters', async () => {
    const { url, requests } = await service(picture);
    const { api } = startClient(url);
    const order = {
      ...lighthouse,
      prompt: '灯塔 🗼',
      aspectRatio: '9:21',
      seed: 4294967294,
    } as const;
    await draw(api, { ...order, negativePrompt: 'people', stylePreset: 'neon-punk' });
    await draw(api, { ...order, negativePrompt: '  ' });
    expect(requests.map(({ body }) => body)).toEqual([
      '{"prompt":"灯塔 🗼","width":576,"height":1344,"aspect_ratio":"9:21","seed":4294967294,"negative_prompt":"people","style_preset":"neon-punk"}',
      '{"prompt":"灯塔 🗼","width":576,"height":1344,"aspect_ratio":"9:21","seed":4294967294}',
    ]);
  });

  it.each([
    ['Authorization', 'bearer', 'authorization', `Bearer ${KEY}`],
    ['Authentication', 'raw', 'authentication', KEY],
  ] as const)('can show the key as %s, %s', async (authHeader, authScheme, header, value) => {
    const { url, requests } = await service(picture);
    await draw(startClient(url, { authHeader, authScheme }).api);
    expect(requests[0]?.headers[header]).toBe(value);
    expect(JSON.stringify(requests[0]?.headers).split(KEY)).toHaveLength(2);
  });

  it.each(['', '/', '/proxy', '/proxy/', '/proxy/api/generate/core', '/proxy?x=1#y'])(
    'goes to one path below the base address %j',
    async (suffix) => {
      const { url, requests } = await service(picture);
      await draw(startClient(url + suffix).api);
      const base = suffix.startsWith('/proxy') ? '/proxy' : '';
      expect(requests[0]?.path).toBe(`${base}/api/generate/core`);
    },
  );

  it('is not sent for an order outside the document', async () => {
    const { url, requests } = await service(picture);
    const order = { ...lighthouse, seed: 1.5 };
    await expect(draw(startClient(url).api, order)).rejects.toMatchObject({
      kind: 'rejected',
      charged: 'no',
      retry: 'no',
    });
    expect(requests).toHaveLength(0);
  });
});

describe('the answer', () => {
  it("in the API document's shape gives the picture and its seed", async () => {
    const png = tinyPng(1024, 1024);
    const { url } = await service((_, response) => sendPicture(response, png));
    expect(await draw(startClient(url).api)).toEqual({
      bytes: png,
      format: 'png',
      width: 1024,
      height: 1024,
      seed: 1050625087,
      sampleEngine: false,
    });
  });

  it('names the sample engine when a header does', async () => {
    const headers = { 'x-image-engine': SAMPLE_ENGINE };
    const { url } = await service((_, response) => sendPicture(response, tinyPng(), 1, headers));
    expect(await draw(startClient(url).api)).toMatchObject({ sampleEngine: true });
  });

  it.each([
    ['7', 7],
    [0, 42],
    [null, 42],
    [-3, 42],
    ['x', 42],
    [4294967295, 42],
    [1.5, 42],
  ])('with the seed %j gives the seed %j', async (seed, expected) => {
    const { url } = await service((_, response) => sendPicture(response, tinyPng(), seed));
    expect(await draw(startClient(url).api)).toMatchObject({ seed: expected });
  });

  it('may be looser than the document: code as text, data URL, line breaks, odd status', async () => {
    const png = tinyPng(64, 32);
    const wrapped = png.toString('base64').replace(/.{76}/g, '$&\r\n');
    const data = { image: `data:image/png;base64,${wrapped}` };
    const { url } = await service((_, response) => sendJson(response, 500, { code: '0', data }));
    expect(await draw(startClient(url).api)).toMatchObject({ bytes: png, width: 64, seed: 42 });
  });

  it('may escape the signs of base64, as some JSON encoders do', async () => {
    const png = tinyPng(640, 320, 77);
    const image = png.toString('base64').replaceAll('/', '\\/').replaceAll('+', '\\u002B');
    const { url } = await service((_, response) => {
      response.end(`{"data":{"type":"image","image" : "${image}","seed":9},"code":0}`);
    });
    expect(image).toContain('\\');
    expect(await draw(startClient(url).api)).toMatchObject({ bytes: png, seed: 9 });
  });
});
