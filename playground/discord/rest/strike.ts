import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Core } from '../core.ts';
import type { Fault } from '../faults.ts';
import { release } from './observe.ts';

function disguise(reply: FastifyReply, { status = 500, headers = {}, body = {} }: Fault): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  void reply.code(status).headers({ 'content-type': type, ...headers });
  return text;
}

/** Lets the fault that was found for a request strike: before it is handled, or when its answer is ready. */
export function strike(app: FastifyInstance, core: Core): void {
  app.addHook('onRequest', async (request, reply) => {
    const { fault } = request.trace;
    if (fault === undefined || fault.handled === true) return;
    if (fault.delayMs !== undefined) await sleep(fault.delayMs);
    if (fault.drop === 'before') {
      reply.hijack();
      request.raw.socket.destroy();
    } else if (fault.status !== undefined) {
      await reply.send(disguise(reply, fault));
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { fault } = request.trace;
    if (fault?.drop === 'after') request.raw.socket.destroy();
    if (fault?.handled !== true) return payload;
    release(core, request);
    if (fault.delayMs !== undefined) await sleep(fault.delayMs);
    return fault.status === undefined ? payload : disguise(reply, fault);
  });
}
