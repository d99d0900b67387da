import { type Chat, createChat } from './chat.ts';
import { type Discord, startDiscord } from './discord/index.ts';
import { pageRoutes } from './page/routes.ts';
import { PlaygroundError } from './problem.ts';

function explain(cause: unknown, port: number): unknown {
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

/**
 * Starts the local Discord with the page at `/`, over its channel #art; port 0 takes a free one.
 * Throws PlaygroundError when the port cannot be had.
 */
export async function openDiscord(port: number): Promise<{ discord: Discord; chat: Chat }> {
  const { promise: chatting, resolve } = Promise.withResolvers<Chat>();
  try {
    const discord = await startDiscord({ port, routes: (app) => pageRoutes(app, chatting) });
    const chat = createChat(discord, discord.world.channels.art);
    resolve(chat);
    return { discord, chat };
  } catch (cause) {
    throw explain(cause, port);
  }
}
