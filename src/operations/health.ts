import { fastify } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

const CHECK_TIMEOUT_MS = 2000;

/** What `/readyz` asks. */
export interface HealthChecks {
  gatewayReady: () => boolean;
  /** Rejects when a write to the store fails. */
  storeWritable: () => Promise<void>;
}

async function within(work: Promise<void>, milliseconds: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`no answer within ${milliseconds} ms`)),
    milliseconds,
  );
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Serves `/livez`, `/readyz` and `/metrics` on 127.0.0.1. Live means that the event loop answers;
 * ready means that the gateway is ready and the store takes writes. A container is to be judged by
 * `/livez`: restarting because Discord is down helps nobody.
 *
 * @param options.port 0 takes any free one
 */
export async function startHealth(options: {
  port: number;
  checks: HealthChecks;
  metrics: Pick<Metrics, 'text'>;
  logger: Pick<Logger, 'info' | 'warn'>;
}): Promise<{ url: string; close: () => Promise<void> }> {
  const { checks, metrics, logger } = options;
  let wasReady: boolean | undefined;

  async function notReady(): Promise<string[]> {
    const missing = checks.gatewayReady() ? [] : ['gateway'];
    try {
      await within(checks.storeWritable(), CHECK_TIMEOUT_MS);
    } catch (error) {
      missing.push('store');
      if (wasReady !== false) {
        logger.warn({ err: error }, 'the store takes no write');
      }
    }
    return missing;
  }

  const server = fastify({ forceCloseConnections: true });
  server.get('/livez', () => ({ live: true }));
  server.get('/readyz', async (_request, reply) => {
    const missing = await notReady();
    const ready = missing.length === 0;
    if (ready !== wasReady) {
      logger.info({ ready, notReady: missing }, 'readiness changed');
      wasReady = ready;
    }
    return reply.code(ready ? 200 : 503).send({ ready, notReady: missing });
  });
  server.get('/metrics', async (_request, reply) => {
    const { body, contentType } = await metrics.text();
    return reply.type(contentType).send(body);
  });
  const url = await server.listen({ host: '127.0.0.1', port: options.port });
  return { url, close: () => server.close() };
}
