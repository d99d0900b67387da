import type { Chat } from './chat.ts';
import { shownLines, typedLines } from './conversation.ts';
import { type Message, MessageFlag, type OptionValues } from './discord/index.ts';
import { createFeed } from './feed.ts';

/** What an option was filled with, in a word. */
function word(value: OptionValues[string]): string | number | boolean {
  if (typeof value !== 'object') return value;
  if ('bytes' in value) return value.filename;
  return 'displayName' in value ? `@${value.displayName}` : value.name;
}

/** Prints what is typed and answered in every channel, as it happens. */
export function narrate(chat: Chat, print: (line: string) => void, now: () => number): void {
  const feed = createFeed<Message>();
  feed(chat.everything());

  chat.onOrder(({ by, command, options = {}, in: place = chat.channel }) => {
    const said = Object.fromEntries(
      Object.entries(options).map(([name, value]) => [name, word(value)]),
    );
    const typed = { channel: place.name, who: by.displayName, command, options: said };
    typedLines(typed, now()).forEach(print);
  });
  chat.onChange(() => {
    for (const message of feed(chat.everything()).changed) {
      const ephemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
      const onlyFor = ephemeral ? chat.orderOf(message)?.by.displayName : undefined;
      const channel = chat.channelName(message.channel_id);
      const who = chat.nameOf(message.author.id) ?? message.author.username;
      const shown = { channel, who, message, onlyFor };
      shownLines(shown, { nameOf: chat.nameOf, now: now() }).forEach(print);
    }
  });
}
