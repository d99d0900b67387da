import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Chat } from '../chat.ts';
import { ClientRefusal, type User } from '../discord/index.ts';
import { streamEvents } from './events.ts';
import { fileRoutes } from './files.ts';
import { guardPage, PageRefusal } from './guard.ts';

const viewer = z.object({ as: z.string().optional() });

const order = z.strictObject({
  as: z.string(),
  command: z.string().min(1).max(100),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** Someone of the channel; the first of them unless an id is given. */
function person(chat: Chat, id?: string): User {
  const found = chat.people.find((candidate) => id === undefined || candidate.id === id);
  if (found === undefined) throw new PageRefusal(400, 'There is no such person here.');
  return found;
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, success } = schema.safeParse(value);
  if (!success) throw new PageRefusal(400, 'This is not what the page sends. Reload the page.');
  return data;
}

/** What the page is told of anything that went wrong. */
function answerRefusals(app: FastifyInstance): void {
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

/**
 * The page and what it needs, on a server that also is the local Discord. The channel may be given before
 * it is there; requests wait for it.
 */
export function pageRoutes(app: FastifyInstance, chatting: Promise<Chat>): void {
  void app.register(async (page) => {
    answerRefusals(page);
    guardPage(page);
    fileRoutes(page);

    page.get('/page/place', async (request, reply) => {
      const chat = await chatting;
      const by = person(chat, parse(viewer, request.query).as);
      reply.hijack();
      const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream' };
      reply.raw.writeHead(200, headers as Record<string, string>);
      streamEvents(chat, by, reply.raw);
    });

    page.post('/page/commands', async (request, reply) => {
      const chat = await chatting;
      const { as, command, options } = parse(order, request.body);
      const { answered } = chat.send({ by: person(chat, as), command, options });
      if ((await answered) !== 'expired') return reply.code(204).send();
      throw new PageRefusal(504, `${chat.bot.displayName} did not answer in time.`);
    });
  });
}
