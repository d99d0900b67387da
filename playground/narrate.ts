import type { Chat } from './chat.ts';
import { shownLines, typedLines } from './conversation.ts';
import { type Message, MessageFlag } from './discord/index.ts';
import { createFeed } from './feed.ts';

/** Everything that anybody sees in the channel, oldest first. */
function everything(chat: Chat): Message[] {
  const seen = chat.people.flatMap((person) => chat.messages(person));
  const byId = new Map(seen.map((message) => [message.id, message]));
  return [...byId.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Prints what is typed and answered in a channel, as it happens. */
export function narrate(chat: Chat, print: (line: string) => void, now: () => number): void {
  const feed = createFeed<Message>();
  const channel = chat.channel.name;

  chat.onOrder(({ by, command, options = {} }) => {
    typedLines({ channel, who: by.displayName, command, options }, now()).forEach(print);
  });
  chat.onChange(() => {
    for (const message of feed(everything(chat)).changed) {
      const ephemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
      const onlyFor = ephemeral ? chat.orderOf(message)?.by.displayName : undefined;
      const shown = { channel, who: chat.bot.displayName, message, onlyFor };
      shownLines(shown, { nameOf: chat.nameOf, now: now() }).forEach(print);
    }
  });
}
