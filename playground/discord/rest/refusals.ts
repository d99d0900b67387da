import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { Refusal, refuse } from '../errors.ts';

const TOO_LARGE: readonly unknown[] = ['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'];

const UNREADABLE: readonly unknown[] = [
  'FST_ERR_CTP_INVALID_MEDIA_TYPE',
  'FST_PARTS_LIMIT',
  'FST_PROTO_VIOLATION',
  'FST_INVALID_JSON_FIELD_ERROR',
  'FST_MP_PREMATURE_CLOSE',
];

/** The multipart parser gives its errors no code. */
function isBrokenMultipart(error: unknown): boolean {
  return error instanceof Error && /\bmultipart\b/i.test(error.message);
}

function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    return refuse.invalidForm(
      error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (TOO_LARGE.includes(code)) return refuse.tooLarge();
  return UNREADABLE.includes(code) || isBrokenMultipart(error)
    ? refuse.invalidForm([{ path: '', message: 'The body cannot be read.' }])
    : undefined;
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
