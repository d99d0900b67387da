import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { action, botOrder, faults } from '../contract.ts';
import { guardPage, PageRefusal } from '../guard.ts';
import { perform } from './actions.ts';
import type { House } from './house.ts';
import { machineState } from './machine-state.ts';
import { messageView } from './message-view.ts';
import { createOpeners } from './openers.ts';
import { pageState } from './place-view.ts';
import { answerRefusals, parse } from './refusals.ts';
import { channelOf, personOf } from './standing.ts';
import { streamEvents } from './stream.ts';

const viewer = z.object({ as: z.string().optional() });
const history = viewer.extend({ channel: z.string() });

/**
 * What the page is served besides its own files. The house may be given before it stands; requests wait
 * for it.
 */
export function apiRoutes(app: FastifyInstance, opening: Promise<House>): void {
  void app.register(async (page) => {
    answerRefusals(page);
    guardPage(page);
    const openers = createOpeners();

    page.get('/page/state', async ({ query }) => {
      const { discord } = await opening;
      return pageState(discord, personOf(discord, parse(viewer, query).as));
    });

    page.get('/page/messages', async ({ query }) => {
      const { discord, seen } = await opening;
      const { as, channel } = parse(history, query);
      const person = personOf(discord, as);
      const messages = seen(channelOf(discord, person, channel), person);
      return { messages: messages.map((message) => messageView(discord, message)) };
    });

    page.get('/page/events', async ({ query }, reply) => {
      const house = await opening;
      const person = personOf(house.discord, parse(viewer, query).as);
      reply.hijack();
      const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream' };
      reply.raw.writeHead(200, headers as Record<string, string>);
      streamEvents(house, person, reply.raw);
    });

    page.post('/page/actions', async ({ body }) =>
      perform(await opening, openers, parse(action, body)),
    );

    page.get('/page/machine', async ({ query }) => {
      const house = await opening;
      const person = personOf(house.discord, parse(viewer, query).as);
      return { machine: machineState(house, person), traffic: house.machine.traffic() };
    });

    page.post('/page/machine/faults', async ({ body }, reply) => {
      const { machine } = await opening;
      machine.setFaults(parse(faults, body));
      return reply.code(204).send();
    });

    page.post('/page/machine/bot', async ({ body }, reply) => {
      const { machine } = await opening;
      const bot = machine.bot();
      const { do: what } = parse(botOrder, body);
      if (bot === undefined) throw new PageRefusal(409, 'The bot is not started from here.');
      await bot.obey(what);
      return reply.code(204).send();
    });
  });
}
