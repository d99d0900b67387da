import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Core } from '../core.ts';
import { callbackRoutes } from './callback.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { readBodies } from './body.ts';
import { createLimits, guard } from './guard.ts';
import { guildRoutes } from './guilds.ts';
import { identityRoutes } from './identity.ts';
import { observe } from './observe.ts';
import { answerRefusals } from './refusals.ts';
import { strike } from './strike.ts';
import { webhookRoutes } from './webhooks.ts';

/** The HTTP server: Discord's API under `/api/v10` and `/api`, and the files it serves. Not listening yet. */
export async function createApp(
  core: Core,
  sessionStartsLeft: () => number,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: core.settings.requestSizeLimit,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    rewriteUrl: ({ url }) => (url ?? '/').replace('/messages/%40original', '/messages/@original'),
  });
  await app.register(multipart);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('date', new Date(core.now()).toUTCString());
    done();
  });

  const families = [
    identityRoutes(core, sessionStartsLeft),
    commandRoutes(core),
    callbackRoutes(core),
    webhookRoutes(core),
    channelRoutes(core),
    guildRoutes(core),
  ];
  const limits = createLimits(core.now);
  for (const prefix of ['/api/v10', '/api']) {
    await app.register(
      async (api) => {
        answerRefusals(api);
        observe(api, core);
        strike(api, core);
        guard(api, core, limits);
        readBodies(api, core.settings.requestSizeLimit);
        for (const routes of families) routes(api);
      },
      { prefix },
    );
  }

  app.get<{ Params: { attachment: string } }>(
    '/attachments/:channel/:attachment/:filename',
    async (request, reply) => {
      const file = core.attachments.find(request.params.attachment);
      if (file === undefined) return reply.code(404).send('This content is no longer available.');
      return reply.type(file.contentType).send(file.bytes);
    },
  );
  core.settings.routes(app);
  return app;
}
