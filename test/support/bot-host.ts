import { once } from 'node:events';
import type { BotProcess, Host } from './bot-process.ts';

/** What a host can be told to do to the bot on it. */
export type HostOrder =
  /** Sets the host's clock so far ahead of the true one; behind it when negative. */
  | { readonly clockAheadMs: number }
  /** Keeps the bot's event loop from turning for so long. */
  | { readonly blockMs: number }
  /** Lets go of what nobody needs, and tells how much memory is left in use. */
  | { readonly tellsMemory: true };

/** Names the variable that sets the clock of a bot from its first instant. */
export const CLOCK_AHEAD = 'HOST_CLOCK_AHEAD_MS';

/** A host whose clock and whose time for the bot are in a test's hands. */
export const PUPPET_HOST: Host = {
  preload: new URL('./bot-preload.ts', import.meta.url).pathname,
};

/** Gives an order to a bot's host, which must be a `PUPPET_HOST`; resolves when it is followed, a block when it begins. */
export async function order(bot: BotProcess, it: HostOrder): Promise<void> {
  const followed = once(bot.process, 'message');
  bot.process.send(it);
  await followed;
}

/** Bytes that a bot on a `PUPPET_HOST` has in use, after everything that nobody needs was let go of. */
export async function memoryOf({ process: bot }: BotProcess): Promise<NodeJS.MemoryUsage> {
  const told = once(bot, 'message') as Promise<[NodeJS.MemoryUsage]>;
  bot.send({ tellsMemory: true } satisfies HostOrder);
  const [memory] = await told;
  return memory;
}

/** A host on which nobody may write where the file system says so, not even root. */
export const PLAIN_USER_HOST: Host = {
  under:
    process.getuid?.() === 0
      ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--']
      : [],
};
