import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageExchange, ImageGate } from './page/api/machine.ts';
import type { Faults } from './page/contract.ts';

/** The failures' body of the API document. */
const FAILURE = JSON.stringify({ code: -1, message: 'The service failed.', data: null });

/** Headers that are each connection's own, or speak of bytes as they were sent; all others are passed on. */
const OWN = new Set(
  'accept-encoding connection content-encoding content-length date host keep-alive transfer-encoding'.split(
    ' ',
  ),
);

/** What is sent back; undefined when the connection is to be cut instead. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

type Broken = Pick<Faults, 'apiSlowMs' | 'apiFails'>;

const failed = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: FAILURE,
});

async function pass(
  target: string,
  request: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): Promise<Answer> {
  const asked = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    OWN.has(name) ? [] : values.map((value): [string, string] => [name, value]),
  );
  const response = await fetch(target + (request.url ?? '/'), {
    method: request.method ?? 'POST',
    headers: [...asked, ['accept-encoding', 'identity']],
    redirect: 'manual',
    signal,
    ...(body.length === 0 ? {} : { body: Uint8Array.from(body) }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !OWN.has(name))),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Answers one request, as the faults in force want it; undefined when its connection is to be cut. */
async function answer(
  target: string,
  { apiSlowMs, apiFails }: Broken,
  request: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  if (apiSlowMs > 0) await sleep(apiSlowMs, undefined, { signal });
  if (apiFails === 'status') return failed(500);
  if (apiFails === 'code') return failed(200);
  return apiFails === 'reset' ? undefined : pass(target, request, body, signal);
}

/** A running gate. */
export interface RunningGate extends ImageGate {
  /** For IMAGE_API_URL. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a gate on a free loopback port through which everything for the image API at `target` passes, and
 * which can be made slow or broken. It keeps no header of what it passes on, so no key.
 */
export async function startImageGate(target: string, broken: Broken): Promise<RunningGate> {
  const listeners = new Set<(exchange: ImageExchange) => void>();
  let faults = broken;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = Date.now();
    const began = faults;
    const hangUp = new AbortController();
    response.once('close', () => hangUp.abort());
    const body = await buffer(request);
    const made = await answer(target, began, request, body, hangUp.signal).catch(() => undefined);
    if (made === undefined) request.socket.resetAndDestroy();
    else response.writeHead(made.status, made.headers).end(made.body);
    const [path = '/'] = (request.url ?? '/').split('?');
    const exchange = {
      at,
      method: request.method ?? 'POST',
      path,
      status: made?.status ?? 0,
      ms: Date.now() - at,
      faulted: began.apiSlowMs > 0 || began.apiFails !== 'off',
      body: json(body),
    };
    for (const listener of listeners) listener(exchange);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    break: ({ apiSlowMs, apiFails }) => void (faults = { apiSlowMs, apiFails }),
    subscribe: (listener) => void listeners.add(listener),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
