import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { Refusal, refuse } from '../errors.ts';

const TOO_LARGE: readonly unknown[] = ['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'];

function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    return refuse.invalidForm(
      error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return TOO_LARGE.includes(code) ? refuse.tooLarge() : undefined;
}

/** Answers everything that goes wrong the way Discord words it. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal === undefined) {
      console.error(`${request.method} ${request.trace.path} broke:`, error);
      return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
    }
    request.trace.code = refusal.code;
    return reply.code(refusal.status).headers(refusal.headers).send(refusal.body());
  });
  app.setNotFoundHandler(async () => {
    throw refuse.notFound();
  });
}
