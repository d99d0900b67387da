import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { Core } from '../core.ts';
import { Refusal, refuse } from '../errors.ts';
import { createInvalidRequests } from '../ratelimit.ts';
import { checkAnswer } from '../rules/index.ts';

const PREFIX = /^\/api(\/v10)?(?=\/)/;

function record(core: Core, request: FastifyRequest, status: number): void {
  const { trace } = request;
  if (trace.recorded) return;
  trace.recorded = true;
  core.traffic.add({
    kind: 'rest',
    method: request.method,
    route: trace.route,
    status,
    ms: core.now() - trace.startedAt,
    at: trace.startedAt,
    code: trace.code,
    violations: trace.violations,
    answerViolations: trace.answerViolations,
    faulted: trace.fault !== undefined,
    body: request.body,
  });
  core.notifier.changed();
}

function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    return refuse.invalidForm(
      error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE'
    ? refuse.tooLarge()
    : undefined;
}

/** Records every exchange, lets faults strike, and validates what is answered. */
export function observe(app: FastifyInstance, core: Core): void {
  const invalid = createInvalidRequests(core.now);
  app.decorateRequest('trace');

  app.addHook('onRequest', async (request, reply) => {
    const path = (request.routeOptions.url ?? 'unknown').replace(PREFIX, '');
    request.trace = {
      startedAt: core.now(),
      route: `${request.method} ${path}`,
      violations: [],
      answerViolations: [],
      fault: core.faults.strike(request.method, path),
      code: undefined,
      recorded: false,
    };
    const { fault } = request.trace;
    if (fault?.drop === 'before') {
      record(core, request, 0);
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    if (fault !== undefined && fault.handled !== true) {
      if (fault.delayMs !== undefined) await sleep(fault.delayMs);
      if (fault.status !== undefined) {
        return reply
          .code(fault.status)
          .headers(fault.headers ?? {})
          .send(fault.body ?? '');
      }
    }
    if (invalid.count() >= core.settings.invalidRequestLimit) {
      return reply
        .code(429)
        .headers({ 'retry-after': '600', 'content-type': 'text/plain' })
        .send('error code: 1015');
    }
  });

  app.addHook('preSerialization', async (request, reply, payload) => {
    const kind = reply.statusCode >= 400 ? 'error' : request.routeOptions.config.answer;
    if (kind !== undefined && request.trace.fault?.status === undefined) {
      request.trace.answerViolations.push(...checkAnswer(kind, payload));
    }
    return payload;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { fault } = request.trace;
    if (fault?.drop === 'after') {
      record(core, request, 0);
      request.raw.socket.destroy();
    } else if (fault?.handled === true) {
      if (fault.delayMs !== undefined) await sleep(fault.delayMs);
      if (fault.status === undefined) return payload;
      void reply.code(fault.status).headers(fault.headers ?? {});
      return typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {});
    }
    return payload;
  });

  app.addHook('onResponse', async (request, reply) => {
    invalid.add(reply.statusCode);
    record(core, request, reply.statusCode);
  });

  app.setErrorHandler(async (error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal === undefined) {
      console.error(`${request.trace.route} broke:`, error);
      return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
    }
    request.trace.code = refusal.code;
    return reply.code(refusal.status).headers(refusal.headers).send(refusal.body());
  });
  app.setNotFoundHandler(async () => {
    throw refuse.notFound();
  });
}
