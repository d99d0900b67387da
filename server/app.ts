import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import { GENERATE_PATH } from '../src/image-api/contract.ts';
import { createCreditLedger } from './credits.ts';
import type { Engine } from './engine/engine.ts';
import { createFail, refuseGarbage } from './envelope.ts';
import { createGenerate } from './generate.ts';
import { createKeyring, type ServerKey } from './keys.ts';
import { createLine, type LineLimits } from './line.ts';

/** Two texts of 10,000 code points at 12 bytes each (escaped pairs), and the rest. */
const BODY_LIMIT = 256 * 1024;

/** Longest time for a request's own bytes to arrive; painting does not count. */
const REQUEST_TIMEOUT_MS = 30_000;

/** How a server is set up. */
export interface ServerOptions {
  readonly engine: Engine;
  readonly keys: readonly ServerKey[];
  /** Uniform in [0, 1), for the seeds of requests that bring none. */
  readonly random: () => number;
  readonly limits?: LineLimits;
  /** Refuse an `aspect_ratio` that contradicts width and height; by default those two win. */
  readonly strict?: boolean;
  /** Answer failures with status 200 too, for callers that look at `code` alone. */
  readonly always200?: boolean;
  /** Neither keys nor prompts are given to it. */
  readonly logger?: FastifyBaseLogger;
}

const DEFAULT_LIMITS: LineLimits = { concurrency: 2, waiting: 16, perKey: 16 };

/** A sentence for a request that fastify itself turned away. */
function parseMessage({ code, statusCode = 500 }: FastifyError): string {
  if (statusCode === 413) return `The body must not be larger than ${BODY_LIMIT} bytes.`;
  if (statusCode === 415) return 'The body must be sent as application/json.';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'The body must be a JSON object.';
  if (statusCode < 500) return 'The body is not valid JSON.';
  return 'The server failed.';
}

/** Stable Image Core as its API document describes it, over an engine; not yet listening. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { engine, keys, random, logger } = options;
  const { limits = DEFAULT_LIMITS, strict = false, always200 = false } = options;
  const fail = createFail(always200);
  const keyOf = createKeyring(keys);
  const credits = createCreditLedger(keys);
  const generate = createGenerate({
    engine,
    credits,
    line: createLine(limits),
    fail,
    random,
    strict,
  });

  const app = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    return503OnClosing: false,
    clientErrorHandler: refuseGarbage,
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    frameworkErrors: (_error, _request, reply) => {
      void fail(reply, 400, 'The address is not valid.');
    },
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 500) request.log.error({ err: error }, 'the server failed');
    return fail(reply, statusCode, parseMessage(error));
  });
  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?');
    if (path !== GENERATE_PATH) return fail(reply, 404, `Only POST ${GENERATE_PATH} exists here.`);
    return fail(reply.header('allow', 'POST'), 405, `${GENERATE_PATH} takes only POST.`);
  });
  app.post(GENERATE_PATH, {
    onRequest: async (request, reply) => {
      if (keyOf(request.headers) !== undefined) return;
      return fail(
        reply.header('www-authenticate', 'Bearer'),
        401,
        'The API key is missing or wrong.',
      );
    },
    handler: (request, reply) => generate(keyOf(request.headers) ?? '', request, reply),
  });
  return app;
}
