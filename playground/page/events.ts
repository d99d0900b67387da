import type { ServerResponse } from 'node:http';
import type { Chat } from '../chat.ts';
import type { Message, User } from '../discord/index.ts';
import { createFeed } from '../feed.ts';
import { commandViews } from './commands.ts';
import { messageView } from './view.ts';

/** How soon the browser asks again after the stream broke, in ms. */
const RETRY_MS = 1_000;

/** What does not change with the messages: the place, the people, the commands the bot registered. */
function place(chat: Chat, viewer: User) {
  return {
    you: viewer.id,
    guild: chat.guildName,
    channel: chat.channel.name,
    bot: { id: chat.bot.id, name: chat.bot.displayName },
    people: chat.people.map(({ id, displayName }) => ({ id, name: displayName })),
    commands: commandViews(chat.commands()),
  };
}

/**
 * Streams to one person, as server-sent events, what the channel shows them: `place` first and whenever it
 * changed, then `messages` with what changed; the first of them holds all there are.
 */
export function streamEvents(chat: Chat, viewer: User, response: ServerResponse): void {
  const feed = createFeed<Message>();
  let lastPlace = '';
  let first = true;
  const send = (event: string, data: string): void => {
    response.write(`event: ${event}\ndata: ${data}\n\n`);
  };
  const update = (): void => {
    const newPlace = JSON.stringify(place(chat, viewer));
    if (newPlace !== lastPlace) send('place', newPlace);
    lastPlace = newPlace;
    const { changed, removed } = feed(chat.messages(viewer));
    if (!first && changed.length === 0 && removed.length === 0) return;
    const views = changed.map((message) => messageView(chat, message));
    send('messages', JSON.stringify({ all: first, changed: views, removed }));
    first = false;
  };
  response.write(`retry: ${RETRY_MS}\n\n`);
  response.once('close', chat.onChange(update));
  update();
}
