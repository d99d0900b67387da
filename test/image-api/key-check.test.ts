import { describe, expect, it, onTestFinished } from 'vitest';
import { checkKey, type KeyVerdict } from '../../src/image-api/key-check.ts';
import { KEY } from '../support/image-client.ts';
import { sendFailure, sendJson, startImageService } from '../support/image-service.ts';

type Handler = Parameters<typeof startImageService>[0];

const credentials = { key: KEY, authHeader: 'Authorization', authScheme: 'raw' } as const;

/** A service that answers our key and any other one differently. */
const answers =
  (ours: [number, string], others: [number, string]): Handler =>
  ({ headers }, response) =>
    sendFailure(response, ...(headers.authorization === KEY ? ours : others));

const invalid: [number, string] = [400, 'prompt is required'];

describe('a key', () => {
  it.each([
    ['accepted', answers(invalid, [401, 'no'])],
    ['accepted', answers([200, 'prompt missing'], [200, 'Invalid API key'])],
    ['accepted', answers([402, 'no credits'], [403, 'forbidden'])],
    ['refused', answers([401, 'no'], [401, 'no'])],
    ['refused', answers([200, '密钥无效'], [200, '密钥无效'])],
    ['cannot-tell', answers(invalid, invalid)],
    ['cannot-tell', answers([429, 'slow'], [401, 'no'])],
    ['cannot-tell', answers([500, 'broken'], [401, 'no'])],
    ['cannot-tell', (_, response) => sendJson(response, 301, {}, { location: '/x' })],
    ['cannot-tell', (_, response) => response.end('<html>')],
    ['unreachable', (_, response) => response.destroy()],
  ] as [KeyVerdict, Handler][])('is %s: %#', async (verdict, handler) => {
    const service = await startImageService(handler);
    onTestFinished(() => service.close());
    const { url, requests } = service;
    expect(await checkKey({ url, ...credentials, timeoutMs: 5000 })).toBe(verdict);
    expect(requests.map(({ body }) => body)).toEqual(['{}', '{}']);
    const shown = requests.map(({ headers }) => headers.authorization);
    expect(shown.filter((value) => value === KEY)).toHaveLength(1);
  });

  it('cannot be checked where nobody answers', async () => {
    const gone = await startImageService(() => {});
    await gone.close();
    expect(await checkKey({ url: gone.url, ...credentials, timeoutMs: 5000 })).toBe('unreachable');
  });

  it('is checked within the given time', async () => {
    const silent = await startImageService(() => {});
    onTestFinished(() => silent.close());
    const verdict = await checkKey({ url: silent.url, ...credentials, timeoutMs: 200 });
    expect(verdict).toBe('unreachable');
  });
});
