import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { ClientRefusal } from '../../discord/index.ts';
import { PageRefusal } from '../guard.ts';

/** Reads what the page sent. Throws PageRefusal when it is not of that shape. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, success } = schema.safeParse(value);
  if (!success) throw new PageRefusal(400, 'This is not what the page sends. Reload the page.');
  return data;
}

/** Answers whatever goes wrong with a sentence for the page. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof PageRefusal)
      return reply.code(error.statusCode).send({ message: error.message });
    if (error instanceof ClientRefusal) return reply.code(400).send({ message: error.message });
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
    if (typeof status === 'number' && status < 500)
      return reply.code(status).send({ message: 'The request cannot be read.' });
    console.error(`${request.method} ${request.url} broke:`, error);
    return reply.code(500).send({ message: 'The playground failed; its terminal says how.' });
  });
}
