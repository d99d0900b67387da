import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';

/** One request as it came over the wire. */
interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Handler = (request: RecordedRequest, response: ServerResponse, count: number) => unknown;

export interface ImageService {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** Resolves when that many requests have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** An HTTP server on loopback that records requests and lets `handler` answer them. */
export async function startImageService(handler: Handler): Promise<ImageService> {
  const requests: RecordedRequest[] = [];
  const waiting = new Set<() => void>();
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    // A bot that waits for a Discord which is down may poll a port that is this service's by now.
    if (path.startsWith('/api/v10/')) return void response.writeHead(404).end();
    response.on('error', () => {});
    const recorded = { method, path, headers, body: await readAll(request) };
    requests.push(recorded);
    for (const check of waiting) check();
    await handler(recorded, response, requests.length);
  }
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    received: (count) =>
      new Promise((resolve) => {
        const check = () => requests.length >= count && (waiting.delete(check), resolve());
        waiting.add(check);
        check();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Answers as the API document's example does. */
export function sendPicture(
  response: ServerResponse,
  picture: Buffer,
  seed: unknown = 1050625087,
  headers: Record<string, string> = {},
): void {
  const data = { image: picture.toString('base64'), seed };
  sendJson(response, 200, { code: 0, message: 'success', data }, headers);
}

/** Answers with a failure in the service's envelope. */
export function sendFailure(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, { code: -1, message, data: null }, headers);
}

/** A TCP server on loopback for answers that no HTTP library would send. */
export async function startRawService(
  onRequest: (socket: Socket, requestText: string) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', (data) => onRequest(socket, data.toString('latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
