import type { Message } from '../../playground/discord/index.ts';
import { createConversation } from '../../src/discord/delivery/conversation.ts';
import { ask, edgeDiscord, ROUTES } from './edge-discord.ts';
import { lineTo } from './edge-line.ts';
import { ownPainting } from './edge-painting.ts';
import { turnedClock } from './turned-clock.ts';
import { PATIENCE_MS } from './patience.ts';

/** A taken interaction for so many pictures, on a clock that the test turns. */
export async function presentScene({ count = 1, mayPost = true, hostAheadMs = 0 } = {}) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const clock = turnedClock(Date.now() + hostAheadMs);
  const { line, lines, cut, store } = await lineTo(discord, { clock });
  const { people, guilds, channels } = discord.world;
  const asked = {
    guildId: guilds.studio.id,
    channelId: channels.art.id,
    userId: people.member.id,
    options: { prompt: 'A fox', count },
  };
  const talk = createConversation({ ref, asked, fromButton: false, mayPost }, line);
  await talk.claim();
  const own = ownPainting(count);
  const begin = () => talk.present(own.painting, people.member.id);
  const shows = (pattern: RegExp): Promise<Message> =>
    discord.until(
      () => {
        const message = invocation.original();
        return message !== undefined && pattern.test(message.content) ? message : undefined;
      },
      PATIENCE_MS,
      () => `${invocation.original()?.content} does not match ${pattern}`,
    );
  const edits = () => discord.traffic.rest(ROUTES.edit).length;
  /** What stands in the channel besides the interaction's own message. */
  const posted = () =>
    discord.messages(channels.art).filter(({ id }) => id !== invocation.original()?.id);
  return {
    ...own,
    discord,
    invocation,
    ref,
    asked,
    clock,
    line,
    lines,
    cut,
    store,
    talk,
    begin,
    shows,
    edits,
    posted,
  };
}
