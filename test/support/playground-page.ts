import { EventEmitter, on } from 'node:events';
import { onTestFinished } from 'vitest';
import { createChat, type Chat } from '../../playground/chat.ts';
import type { Discord } from '../../playground/discord/index.ts';
import type { DiscordSettings } from '../../playground/discord/settings.ts';
import type { CommandView } from '../../playground/page/commands.ts';
import { pageRoutes } from '../../playground/page/routes.ts';
import type { MessageView } from '../../playground/page/view.ts';
import { registeredDiscord } from './discord-local.ts';

/** What the page is told, by the name of the event. */
interface PageEvents {
  place: { you: string; people: { id: string; name: string }[]; commands: CommandView[] };
  messages: { all: boolean; changed: MessageView[]; removed: string[] };
}

/** The page's event stream, read as a browser does. */
export async function eventStream(origin: string, as?: string) {
  const query = as === undefined ? '' : `?as=${as}`;
  const aborter = new AbortController();
  const response = await fetch(`${origin}/page/place${query}`, { signal: aborter.signal });
  if (response.body === null || response.status !== 200)
    throw new Error(`The stream answered ${response.status}: ${await response.text()}`);
  onTestFinished(() => aborter.abort());

  const seen: { name: string; data: unknown }[] = [];
  const arrivals = new EventEmitter();
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = '';
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + piece).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (name !== undefined) seen.push({ name, data: JSON.parse(data ?? '') });
      }
      arrivals.emit('more');
    }
  };
  read(response.body).catch(() => arrivals.emit('more'));

  const until = async <T>(look: () => T | undefined): Promise<T> => {
    const more = on(arrivals, 'more');
    for (let found = look(); ; found = look()) {
      if (found !== undefined) return found;
      await more.next();
    }
  };
  const messages = (): MessageView[] =>
    seen
      .filter(({ name }) => name === 'messages')
      .flatMap(({ data }) => (data as PageEvents['messages']).changed);
  return {
    /** Every message that was told of so far, as it was then. */
    messages,
    /** Resolves with the first message, past or to come, that fits. */
    message: (fits: (message: MessageView) => boolean) => until(() => messages().find(fits)),
    /** Resolves with the newest event of a name, or the first to come. */
    next: <N extends keyof PageEvents>(name: N) =>
      until(() => seen.findLast((event) => event.name === name)?.data as PageEvents[N] | undefined),
  };
}

/** A local Discord with the page, commands registered and no bot connected. */
export async function openPage(
  options: Partial<DiscordSettings> = {},
): Promise<{ discord: Discord; chat: Chat; origin: string }> {
  const { promise, resolve } = Promise.withResolvers<Chat>();
  const discord = await registeredDiscord({
    ...options,
    routes: (app) => pageRoutes(app, promise),
  });
  const chat = createChat(discord, discord.world.channels.art);
  resolve(chat);
  return { discord, chat, origin: discord.origin };
}

/** Sends a command as the page does; `headers` are added or replaced. */
export function postCommand(
  origin: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${origin}/page/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
