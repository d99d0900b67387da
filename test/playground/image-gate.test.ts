import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startImageGate } from '../../playground/image-gate.ts';
import type { ImageExchange } from '../../playground/page/api/machine.ts';

const WHOLE = { apiSlowMs: 0, apiFails: 'off' } as const;

/** A gate before a service that tells what it was sent. */
async function gated() {
  const service = createServer((request, response) => {
    const { authorization } = request.headers;
    text(request).then((body) => {
      response.writeHead(429, { 'content-type': 'application/json', 'x-painter': 'me' });
      return response.end(JSON.stringify({ path: request.url, authorization, body }));
    }, console.error);
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  onTestFinished(() => void service.close());
  const gate = await startImageGate(
    `http://127.0.0.1:${(service.address() as AddressInfo).port}/base`,
    WHOLE,
  );
  onTestFinished(gate.stop);
  const { promise, resolve } = Promise.withResolvers<ImageExchange>();
  gate.subscribe(resolve);
  const ask = () =>
    fetch(`${gate.url}/api/generate/core`, {
      method: 'POST',
      headers: { authorization: 'a-secret', 'content-type': 'application/json' },
      body: '{"prompt":"a fox"}',
    });
  return { gate, ask, exchange: promise };
}

describe('the gate of the image API', () => {
  it('passes on what it is sent and what is answered, and keeps no key', async () => {
    const { ask, exchange } = await gated();
    const response = await ask();
    expect([response.status, response.headers.get('x-painter')]).toEqual([429, 'me']);
    expect(await response.json()).toEqual({
      path: '/base/api/generate/core',
      authorization: 'a-secret',
      body: '{"prompt":"a fox"}',
    });
    expect(await exchange).toEqual({
      at: expect.any(Number),
      method: 'POST',
      path: '/api/generate/core',
      status: 429,
      ms: expect.any(Number),
      faulted: false,
      body: { prompt: 'a fox' },
    });
  });

  it.each([
    ['status', 500],
    ['code', 200],
  ] as const)('fails by %s', async (apiFails, status) => {
    const { gate, ask, exchange } = await gated();
    gate.break({ apiSlowMs: 0, apiFails });
    const response = await ask();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: -1, data: null });
    expect(await exchange).toMatchObject({ status, faulted: true });
  });

  it('fails by a reset', async () => {
    const { gate, ask, exchange } = await gated();
    gate.break({ apiSlowMs: 0, apiFails: 'reset' });
    await expect(ask()).rejects.toThrow('fetch failed');
    expect(await exchange).toMatchObject({ status: 0, faulted: true });
  });
});
