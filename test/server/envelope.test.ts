import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { generateResponseSchema } from '../../src/image-api/contract.ts';
import { example, heldEngine, startServer } from '../support/image-server.ts';

const json = { 'content-type': 'application/json' };
const authorized = { ...json, authorization: 'k' };
const path = '/api/generate/core';

describe('what never reaches the engine is answered in the envelope too', () => {
  it.each([
    ['malformed JSON', path, { body: '{"prompt":' }, 400, 'The body is not valid JSON.'],
    ['an empty body', path, { body: '' }, 400, 'The body must be a JSON object.'],
    ['an array', path, { body: '[]' }, 400, 'The body must be a JSON object.'],
    ['null', path, { body: 'null' }, 400, 'The body must be a JSON object.'],
    [
      'a poisoned prototype',
      path,
      { body: '{"__proto__":{}}' },
      400,
      'The body is not valid JSON.',
    ],
    [
      'a form',
      path,
      { body: new URLSearchParams('a=b'), headers: { authorization: 'k' } },
      415,
      'The body must be sent as application/json.',
    ],
    [
      'text',
      path,
      { body: '{}', headers: { authorization: 'k', 'content-type': 'text/plain' } },
      415,
      'The body must be sent as application/json.',
    ],
    [
      'a body of 300 kB',
      path,
      { body: `"${'x'.repeat(300_000)}"` },
      413,
      'The body must not be larger than 262144 bytes.',
    ],
    ['no key', path, { body: '{}', headers: json }, 401, 'The API key is missing or wrong.'],
    ['GET', path, { method: 'GET' }, 405, `${path} takes only POST.`],
    ['PUT', path, { method: 'PUT', body: '{}' }, 405, `${path} takes only POST.`],
    ['another path', '/api/generate/ultra', { body: '{}' }, 404, `Only POST ${path} exists here.`],
    ['a broken address', '/%zz', { body: '{}' }, 400, 'The address is not valid.'],
  ] as [string, string, RequestInit, number, string][])(
    '%s',
    async (_, at, init, status, message) => {
      const { url } = await startServer();
      const response = await fetch(url + at, { method: 'POST', headers: authorized, ...init });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(generateResponseSchema.parse(await response.json())).toEqual({
        code: -1,
        message,
        data: null,
      });
    },
  );

  it('what is no HTTP', async () => {
    const { url } = await startServer();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('hello\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(generateResponseSchema.parse(JSON.parse(body))).toMatchObject({ code: -1 });
  });

  it('an engine that fails, without its reason', async () => {
    const { engine, open, painting } = heldEngine();
    const { post } = await startServer({ engine });
    const answer = post(example);
    await painting(1);
    open[0]?.release(new Error('secret of the machine'));
    expect(await answer).toMatchObject({
      status: 500,
      body: { code: -1, message: 'The picture could not be made.', data: null },
    });
  });

  it('with status 200 where the server is told so', async () => {
    const { post, url } = await startServer({ always200: true });
    expect(await post({})).toMatchObject({ status: 200, body: { code: -1, data: null } });
    expect(await post({}, { headers: json })).toMatchObject({ status: 200, body: { code: -1 } });
    expect((await fetch(`${url}/x`)).status).toBe(200);
  });
});

describe('keys', () => {
  it.each([
    [{ authorization: 'k' }, 200],
    [{ authorization: 'Bearer k' }, 200],
    [{ authorization: 'bearer  k' }, 200],
    [{ authentication: 'k' }, 200],
    [{ authorization: 'Basic eDp5', authentication: 'k' }, 200],
    [{ authorization: 'second' }, 200],
    [{}, 401],
    [{ authorization: '' }, 401],
    [{ authorization: 'Bearer' }, 401],
    [{ authorization: 'k2' }, 401],
    [{ authorization: 'K' }, 401],
    [{ 'x-api-key': 'k' }, 401],
  ] as [Record<string, string>, number][])('%j gets %i', async (headers, status) => {
    const keys = ['k', 'second'].map((key) => ({ key, credits: Infinity }));
    const { post } = await startServer({ keys });
    expect((await post(example, { headers: { ...json, ...headers } })).status).toBe(status);
  });
});
