import type { Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { draw, failureOf, KEY, lighthouse, startClient } from '../support/image-client.ts';
import { jpegShell, PNG_SIGNATURE, pngChunk, pngHeader, tinyPng } from '../support/image-files.ts';
import {
  sendFailure,
  sendJson,
  sendPicture,
  startImageService,
  startRawService,
} from '../support/image-service.ts';

async function rawService(onRequest: (socket: Socket) => void): Promise<string> {
  const started = await startRawService(onRequest);
  onTestFinished(() => started.close());
  return started.url;
}

async function service(handler: Parameters<typeof startImageService>[0]) {
  const started = await startImageService(handler);
  onTestFinished(() => started.close());
  return started;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Writes as long as the other side takes it; resolves with the bytes once the connection is gone. */
async function flood(socket: Socket, chunk: Buffer): Promise<number> {
  const gone = new Promise((resolve) => socket.once('close', resolve));
  const pump = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', pump);
  pump();
  await gone;
  return socket.bytesWritten;
}

describe('an answer that is meant to hurt', () => {
  it.each([301, 302, 303, 307, 308])(
    'a redirect (%i) is not followed, and what comes with it is not taken',
    async (status) => {
      const other = await service((_, response) => sendPicture(response, tinyPng()));
      const { url, requests } = await service((_, response) => {
        response.statusCode = status;
        response.setHeader('location', `${other.url}/api/generate/core`);
        const data = { image: tinyPng().toString('base64'), seed: 1 };
        response.end(JSON.stringify({ code: 0, message: 'success', data }));
      });
      const error = await failureOf(draw(startClient(url).api));
      expect(error).toMatchObject({ kind: 'redirected', charged: 'no', retry: 'no', status });
      expect(requests).toHaveLength(1);
      expect(other.requests).toHaveLength(0);
    },
  );

  it('endless: read to 16 MiB and no further', async () => {
    const written = Promise.withResolvers<number>();
    const url = await rawService((socket) => {
      socket.write(`${HEAD}\r\n`);
      void flood(socket, Buffer.alloc(64 * 1024, ' ')).then(written.resolve);
    });
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'bad-answer', charged: 'maybe', retry: 'no' });
    expect(await written.promise).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['declared too large', 'content-length: 50000000'],
    ['compressed', 'content-encoding: gzip'],
  ])('%s: refused unread', async (_, header) => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024));
    const closed = Promise.withResolvers<void>();
    const url = await rawService((socket) => {
      socket.once('close', closed.resolve).write(`${HEAD}${header}\r\n\r\n`);
      socket.write(bomb);
    });
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'bad-answer', charged: 'maybe', retry: 'no' });
    await closed.promise;
  });

  it('a header of 200 kB is refused', async () => {
    const url = await rawService((socket) => {
      socket.write(`${HEAD}x-long: ${'a'.repeat(200_000)}\r\n\r\n`);
    });
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'bad-answer', charged: 'maybe', retry: 'no' });
  });

  it('no HTTP at all is refused, and nothing of it is kept', async () => {
    const url = await rawService((socket) => socket.end(`SSH-2.0-OpenSSH ${KEY}\r\n`));
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'bad-answer', charged: 'maybe', retry: 'no' });
    expect(inspect(error, { depth: 9 })).not.toContain(KEY);
  });

  it.each([
    ['brackets', `{"code":0,"data":[${'[],'.repeat(30_000)}[]]}`],
    ['depth', '['.repeat(70_000)],
    ['a message', `{"code":-1,"message":"${'no '.repeat(30_000)}"}`],
  ])('more than 64 kB of %s is not parsed', async (_, body) => {
    const { url } = await service((_request, response) => response.end(body));
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'bad-answer', charged: 'maybe', retry: 'no' });
  });

  it.each([
    ['silence', () => {}],
    [
      'one byte at a time',
      (socket: Socket) => {
        socket.write(`${HEAD}\r\n`);
        const drip = setInterval(() => socket.write(' '), 20);
        socket.once('close', () => clearInterval(drip));
      },
    ],
  ])('%s ends with the time for the whole order', async (_, onRequest) => {
    const url = await rawService(onRequest);
    const error = await failureOf(draw(startClient(url, { timeoutMs: 2_000 }).api));
    expect(error).toMatchObject({ kind: 'timeout', charged: 'maybe', retry: 'no' });
  });
});

describe('code 0 without a usable picture is charged, kept as a hash and never repeated', () => {
  const png = tinyPng();
  const flipped = Buffer.from(png);
  flipped[60] = (flipped[60] ?? 0) ^ 1;
  const pixels = pngChunk('IDAT', Buffer.alloc(9));
  const huge = [
    PNG_SIGNATURE,
    pngHeader(60_000, 60_000),
    pixels,
    pngChunk('IEND', Buffer.alloc(0)),
  ];

  it.each([
    ['no data', null],
    ['no image', {}],
    ['an empty image', { image: '' }],
    ['an address', { image: 'https://example.org/a.png' }],
    ['HTML', { image: Buffer.from('<html></html>').toString('base64') }],
    ['a truncated PNG', { image: png.subarray(0, -20).toString('base64') }],
    ['a PNG with a flipped bit', { image: flipped.toString('base64') }],
    ['a PNG of 60,000 pixels a side', { image: Buffer.concat(huge).toString('base64') }],
    ['a truncated JPEG', { image: jpegShell(640, 480).subarray(0, -2).toString('base64') }],
  ])('%s', async (_, data) => {
    const { url, requests } = await service((_request, response) => {
      sendJson(response, 200, { code: 0, message: 'success', data });
    });
    const error = await failureOf(draw(startClient(url).api));
    expect(error).toMatchObject({ kind: 'unusable-picture', charged: 'yes', retry: 'no' });
    expect(error.answerHash).toMatch(/^[0-9a-f]{64}$/);
    expect(requests).toHaveLength(1);
  });
});

describe('a message that is meant to hurt', () => {
  it('comes out as plain text without the key, in every form an error can be printed', async () => {
    const { url } = await service(({ headers }, response) => {
      const text = `@everyone <@123> **bold** [x](https://evil.example)\u202e\n# ${headers.authorization}`;
      sendFailure(response, 400, text + '!'.repeat(400));
    });
    const error = await failureOf(draw(startClient(url).api, lighthouse));
    expect(error.serviceMessage).toMatch(/^everyone 123 bold x\(evil\.example\) …!+…$/);
    expect(error.serviceMessage).toHaveLength(300);
    expect(inspect(error, { depth: 9 })).not.toContain(KEY);
  });
});
