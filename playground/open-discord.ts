import type { FastifyInstance } from 'fastify';
import { type Chat, createChat } from './chat.ts';
import { type Discord, ForeignWorldError, type Saved, startDiscord } from './discord/index.ts';
import type { House } from './page/api/house.ts';
import { openHouse } from './page/api/open-house.ts';
import { apiRoutes } from './page/api/routes.ts';
import { bundlePage } from './page/bundle.ts';
import { fileRoutes } from './page/files.ts';
import { PlaygroundError } from './problem.ts';

function explain(cause: unknown, port: number): unknown {
  if (cause instanceof ForeignWorldError) {
    const advice = 'Move it away to begin anew, or give another one with --data.';
    return new PlaygroundError(`The folder is of a playground with other channels. ${advice}`);
  }
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new PlaygroundError(`Another program uses port ${port}; choose one with --port.`, {
        cause,
      });
    case 'EACCES':
      return new PlaygroundError(`Port ${port} may not be used; choose one above 1023.`, { cause });
    default:
      return cause;
  }
}

/** The local Discord and what is served with it. */
interface Opened {
  readonly discord: Discord;
  readonly chat: Chat;
  readonly house: House;
}

/**
 * Starts the local Discord with the page at `/`, over its channel #art; port 0 takes a free one.
 * `saved` is what an earlier one kept. Throws PlaygroundError when the port cannot be had, or `saved` does not fit.
 */
export async function openDiscord(port: number, saved?: Saved): Promise<Opened> {
  const files = await bundlePage();
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const opening = promise.then(({ house }) => house);
  const routes = (app: FastifyInstance): void => {
    fileRoutes(app, files);
    apiRoutes(app, opening);
  };
  try {
    const discord = await startDiscord({ port, routes, saved });
    const chat = createChat(discord, discord.world.channels.art);
    const opened = { discord, chat, house: openHouse(discord, chat) };
    resolve(opened);
    return opened;
  } catch (cause) {
    throw explain(cause, port);
  }
}
