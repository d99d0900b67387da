import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A path's answer: a status with a JSON body, or text as it is. */
export type Routes = Record<string, { status?: number; body: unknown }>;

/** An HTTP server on loopback for the length of one test. It answers 404 to any other path. */
export async function startJsonServer(routes: Routes): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    seen.push({ path, headers: request.headers });
    const { status = 200, body } = routes[path] ?? { status: 404, body: { code: 0 } };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
