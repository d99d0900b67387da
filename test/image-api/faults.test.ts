import { describe, expect, it, onTestFinished } from 'vitest';
import { draw, failureOf, startClient } from '../support/image-client.ts';
import { tinyPng } from '../support/image-files.ts';
import { sendFailure, sendJson, sendPicture, startImageService } from '../support/image-service.ts';

type Handler = Parameters<typeof startImageService>[0];

async function service(handler: Handler) {
  const started = await startImageService(handler);
  onTestFinished(() => started.close());
  return started;
}

/** What an order comes to at a service that always answers like this, and how often it was asked. */
async function outcomeAt(handler: Handler) {
  const { url, requests } = await service(handler);
  const { api, pauses } = startClient(url);
  const { kind, charged, retry, status, serviceMessage } = await failureOf(draw(api));
  return { kind, charged, retry, status, serviceMessage, requests: requests.length, pauses };
}

const html: (status: number) => Handler = (status) => (_, response) => {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<html>nginx</html>');
};

describe('a failure that the service does not charge and that may pass is repeated', () => {
  it.each([
    ['429 with HTML', html(429), 'rate-limited', 2, 10_000],
    ['429', (_, r) => sendFailure(r, 429, 'slow down'), 'rate-limited', 2, 10_000],
    [
      '429 with a wait',
      (_, r) => sendFailure(r, 429, 'slow', { 'retry-after': '3' }),
      'rate-limited',
      2,
      3000,
    ],
    [
      '429 with a long wait',
      (_, r) => sendFailure(r, 429, 'slow', { 'retry-after': '99' }),
      'rate-limited',
      2,
      30_000,
    ],
    [
      'code -1: rate',
      (_, r) => sendFailure(r, 200, 'Too many requests'),
      'rate-limited',
      2,
      10_000,
    ],
    ['code -1: busy', (_, r) => sendFailure(r, 200, '系统繁忙，请稍后再试'), 'busy', 2, 10_000],
    [
      '503 with envelope',
      (_, r) => sendFailure(r, 503, 'queue full', { 'retry-after': '1' }),
      'busy',
      1,
      1000,
    ],
  ] as [string, Handler, string, number, number][])(
    '%s',
    async (_, handler, kind, repeats, wait) => {
      const { url, requests } = await service(handler);
      const { api, pauses } = startClient(url, { timeoutMs: 120_000 });
      expect(await failureOf(draw(api))).toMatchObject({
        kind,
        charged: 'no',
        retry: { afterMs: wait, atMost: repeats },
      });
      expect(requests).toHaveLength(repeats + 1);
      expect(pauses).toEqual(Array.from({ length: repeats }, () => wait));
    },
  );

  it('and the picture that comes then is the outcome, with the same seed asked for', async () => {
    const { url, requests } = await service((_, response, count) =>
      count < 3 ? sendFailure(response, 429, 'slow down') : sendPicture(response, tinyPng()),
    );
    expect(await draw(startClient(url).api)).toMatchObject({ seed: 1050625087 });
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  });

  it('nothing was sent: no connection', async () => {
    const gone = await startImageService(() => {});
    await gone.close();
    const { api, pauses } = startClient(gone.url);
    expect(await failureOf(draw(api))).toMatchObject({ kind: 'unreachable', charged: 'no' });
    expect(pauses).toEqual([500, 1000]);
  });
});

describe('a failure that the service does not charge and that stays is not repeated', () => {
  it.each([
    [200, 'width must be a multiple of 64', 'rejected'],
    [400, 'unknown style', 'rejected'],
    [404, 'no such model', 'rejected'],
    [403, 'the prompt was rejected by moderation', 'moderated'],
    [200, '提示词包含敏感内容', 'moderated'],
    [200, 'Your prompt was flagged as NSFW', 'moderated'],
    [401, 'no', 'unauthorised'],
    [403, 'forbidden', 'unauthorised'],
    [200, 'Invalid API key', 'unauthorised'],
    [200, '密钥无效', 'unauthorised'],
    [402, 'pay', 'out-of-credits'],
    [403, 'Insufficient credits', 'out-of-credits'],
    [200, '余额不足', 'out-of-credits'],
    [200, '积分不够', 'out-of-credits'],
    [503, 'your balance is too low', 'out-of-credits'],
    [500, 'the engine failed', 'service-failed'],
  ])('%i %j is %s', async (status, message, kind) => {
    expect(await outcomeAt((_, response) => sendFailure(response, status, message))).toEqual({
      kind,
      charged: 'no',
      retry: 'no',
      status,
      serviceMessage: message,
      requests: 1,
      pauses: [],
    });
  });

  it.each([
    [401, 'unauthorised'],
    [402, 'out-of-credits'],
    [403, 'unauthorised'],
    [404, 'gateway-error'],
    [413, 'gateway-error'],
  ])('%i without an envelope is %s', async (status, kind) => {
    const outcome = await outcomeAt(html(status));
    expect(outcome).toMatchObject({ kind, charged: 'no', retry: 'no', status, requests: 1 });
  });

  it('and the next order is sent at once: nothing trips', async () => {
    const { url, requests } = await service((_, response, count) => {
      if (count === 1) sendFailure(response, 401, 'no');
      else if (count === 2) sendFailure(response, 402, 'no');
      else sendPicture(response, tinyPng());
    });
    const { api } = startClient(url);
    await failureOf(draw(api));
    await failureOf(draw(api));
    await draw(api);
    expect(requests).toHaveLength(3);
  });
});

describe('a failure that the service may have charged is never repeated', () => {
  it.each([
    ['500', html(500), 'gateway-error'],
    ['502', html(502), 'gateway-error'],
    ['503 without envelope', html(503), 'gateway-error'],
    ['504', html(504), 'gateway-error'],
    ['408', html(408), 'gateway-error'],
    ['HTML', html(200), 'bad-answer'],
    ['JSON, but no envelope', (_, r) => sendJson(r, 200, { ok: true }), 'bad-answer'],
    ['JSON text', (_, r) => sendJson(r, 200, 'hello'), 'bad-answer'],
    ['nothing', (_, r) => r.writeHead(204).end(), 'bad-answer'],
    ['cut JSON', (_, r) => r.end('{"code":0,"data":{"image":"iVBO'), 'bad-answer'],
    [
      'cut body',
      (_, r) => r.writeHead(200, { 'content-length': '99' }).write('{', () => r.destroy()),
      'connection-lost',
    ],
    ['cut chunks', (_, r) => r.write('{"code":0', () => r.destroy()), 'bad-answer'],
    ['reset', (_, r) => r.destroy(), 'connection-lost'],
  ] as [string, Handler, string][])('%s', async (_, handler, kind) => {
    const outcome = await outcomeAt(handler);
    expect(outcome).toMatchObject({ kind, charged: 'maybe', retry: 'no', requests: 1 });
  });

  it('a picture that the content filter blurred', async () => {
    const data = { image: tinyPng().toString('base64'), finish_reason: 'CONTENT_FILTERED' };
    const outcome = await outcomeAt((_, r) =>
      sendJson(r, 200, { code: 0, message: 'success', data }),
    );
    expect(outcome).toMatchObject({
      kind: 'moderated',
      charged: 'maybe',
      retry: 'no',
      requests: 1,
    });
  });
});
