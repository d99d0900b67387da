import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Core } from '../core.ts';
import type { Interaction } from '../interactions.ts';
import { checkAnswer } from '../rules/index.ts';

const PREFIX = /^\/api(\/v10)?(?=\/)/;
const NOT_ANSWERED = 0;

function interactionOf(core: Core, request: FastifyRequest): Interaction | undefined {
  const { token } = request.params as { token?: string };
  return token === undefined ? undefined : core.interactions.byToken(token);
}

const carriesFiles = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') === true;

/** Lets people go on: whatever a request changed about its interaction is there to see. */
export function release(core: Core, request: FastifyRequest): void {
  const { trace } = request;
  if (trace.interaction !== undefined) trace.interaction.pending -= 1;
  trace.interaction = undefined;
  core.notifier.changed();
}

/** Ends an exchange: keeps it in the traffic. `status` 0 says that no answer arrived. */
function conclude(core: Core, request: FastifyRequest, status: number): void {
  const { trace } = request;
  core.traffic.add({
    kind: 'rest',
    method: request.method,
    route: `${request.method} ${trace.path}`,
    status,
    ms: core.now() - trace.startedAt,
    at: trace.startedAt,
    code: trace.code,
    violations: trace.violations,
    answerViolations: trace.answerViolations,
    faulted: trace.fault !== undefined,
    body: request.body,
  });
  release(core, request);
}

/** Records every exchange, and validates what is answered. */
export function observe(app: FastifyInstance, core: Core): void {
  app.decorateRequest('trace');

  app.addHook('onRequest', async (request, reply) => {
    const path = (request.routeOptions.url ?? 'unknown').replace(PREFIX, '');
    const interaction = interactionOf(core, request);
    request.trace = {
      startedAt: core.now(),
      path,
      violations: [],
      answerViolations: [],
      fault: core.faults.strike(request.method, path, carriesFiles(request)),
      code: undefined,
      interaction,
    };
    if (interaction !== undefined) interaction.pending += 1;
    let status = NOT_ANSWERED;
    reply.raw.once('finish', () => {
      status = reply.statusCode;
    });
    reply.raw.once('close', () => conclude(core, request, status));
  });

  app.addHook('preSerialization', async (request, reply, payload) => {
    const kind = reply.statusCode >= 400 ? 'error' : request.routeOptions.config.answer;
    if (kind !== undefined && request.trace.fault?.status === undefined) {
      request.trace.answerViolations.push(...checkAnswer(kind, payload));
    }
    return payload;
  });
}
