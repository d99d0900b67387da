import type { LogChannel, Said } from '../../src/discord/moderation/log-channel.ts';
import type { Store } from '../../src/storage/store.ts';
import { listeningLog } from './edge-log.ts';
import { temporaryStore } from './edge-store.ts';

/** A message to a log channel. */
interface Saying {
  readonly channelId: string;
  readonly content: string;
  readonly nonce: string;
}

/** What the channel answers to a message, which is the so-manieth. */
export type Answer = (saying: Saying, count: number) => Said | Promise<Said>;

/** What telling needs: channels that answer as they are told to, and waits that end when a test says so. */
export async function tellingRoom(answer: Answer = () => ({ kind: 'said' }), stored?: Store) {
  const store = stored ?? (await temporaryStore());
  const { log, lines } = listeningLog();
  const cut = new AbortController();
  const said: Saying[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const watchers = new Set<() => void>();
  const channel: LogChannel = {
    say(channelId, { content }, nonce) {
      said.push({ channelId, content, nonce });
      return Promise.resolve(answer({ channelId, content, nonce }, said.length));
    },
  };
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve();
      signal?.addEventListener('abort', () => resolve());
      waits.push({ ms, end: resolve });
      for (const watch of watchers) watch();
    });
  return {
    room: { store, channel, log, clock: { wait }, cut: cut.signal },
    store,
    cut,
    said,
    waits,
    lines,
    /** Resolves once it waits for the so-manieth time. */
    waiting: async (count: number): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const watch = () => {
        if (waits.length >= count) resolve();
      };
      watchers.add(watch);
      watch();
      await promise;
      watchers.delete(watch);
    },
  };
}
