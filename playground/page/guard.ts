import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that the page's own browser tab would not send. */
export class PageRefusal extends Error {
  override readonly name = 'PageRefusal';
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** The names of this server: other names that lead here are somebody else's pages. */
function isOwn(host: string | undefined, { server }: FastifyInstance): boolean {
  const address = server.address();
  if (address === null || typeof address === 'string') return false;
  return host === `127.0.0.1:${address.port}` || host === `localhost:${address.port}`;
}

function refuseForeign({ headers, method }: FastifyRequest, app: FastifyInstance): void {
  const { host, origin } = headers;
  if (!isOwn(host, app)) throw new PageRefusal(403, 'This page is for this machine only.');
  if (method !== 'POST') return;
  if (origin !== `http://${host}`) throw new PageRefusal(403, 'Only this page may send commands.');
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    throw new PageRefusal(415, 'Commands are sent as application/json.');
}

// Lit writes the sizes of pictures and the colours of cards as style attributes.
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Keeps other sites out: neither they nor names that resolve to this machine reach these routes. */
export function guardPage(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    refuseForeign(request, app);
  });
}
