import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core.ts';
import { Refusal, refuse } from '../errors.ts';
import {
  type Buckets,
  type Drawn,
  type InvalidRequests,
  createBuckets,
  createInvalidRequests,
} from '../ratelimit.ts';

function headersOf(drawn: Drawn, bucket: string): Record<string, string> {
  return {
    'x-ratelimit-limit': String(drawn.limit),
    'x-ratelimit-remaining': String(drawn.remaining),
    'x-ratelimit-reset': (drawn.resetAt / 1_000).toFixed(3),
    'x-ratelimit-reset-after': (drawn.resetAfterMs / 1_000).toFixed(3),
    'x-ratelimit-bucket': bucket,
  };
}

function tooMany(drawn: Drawn, global: boolean): Refusal {
  const seconds = drawn.resetAfterMs / 1_000;
  return new Refusal(429, 0, 'You are being rate limited.', {
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    extra: { retry_after: seconds, global },
  });
}

/** What the network in front of Discord says to an address that sent too many invalid requests. */
function banned(): Refusal {
  return new Refusal(429, 40333, 'internal network error', { headers: { 'retry-after': '600' } });
}

function paramsOf(request: FastifyRequest): Record<string, string> {
  return request.params as Record<string, string>;
}

/** Every limit's count so far, whichever address of the API was used. */
export interface Limits {
  readonly buckets: Buckets;
  readonly invalid: InvalidRequests;
}

export function createLimits(now: () => number): Limits {
  return { buckets: createBuckets(now), invalid: createInvalidRequests(now) };
}

/** Asks for the bot's token and holds every route to its limit. */
export function guard(app: FastifyInstance, core: Core, { buckets, invalid }: Limits): void {
  const { botRequests, webhookRequests, channelRequests } = core.settings;

  const limit = (request: FastifyRequest, reply: FastifyReply): void => {
    const { auth, bucket } = request.routeOptions.config;
    if (auth === 'bot') {
      const drawn = buckets.draw('bot', botRequests);
      if (!drawn.allowed) throw tooMany(drawn, true);
    }
    if (bucket === undefined) return;
    const params = paramsOf(request);
    const key = bucket === 'webhook' ? params['token'] : `${request.method}:${params['channel']}`;
    const drawn = buckets.draw(
      `${bucket}:${key}`,
      bucket === 'webhook' ? webhookRequests : channelRequests,
    );
    void reply.headers(headersOf(drawn, bucket));
    if (!drawn.allowed) throw tooMany(drawn, false);
  };

  app.addHook('onResponse', async (_request, reply) => {
    if (reply.getHeader('x-ratelimit-scope') !== 'shared') invalid.add(reply.statusCode);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (invalid.count() >= core.settings.invalidRequestLimit) throw banned();
    const { auth } = request.routeOptions.config;
    if (auth === 'bot' && request.headers.authorization !== `Bot ${core.token}`)
      throw refuse.unauthorized();
    limit(request, reply);
  });
}
