import type { Bot } from './bot.ts';
import type { BotOrder, MachineState } from './page/contract.ts';
import { PlaygroundError } from './problem.ts';

type Status = MachineState['bot'];

const NOTES = {
  kill: 'It was killed at once (SIGKILL).',
  stop: 'It was asked to stop (SIGTERM), and did.',
} as const;

/** Runs the bot, ends it on demand and starts it again. */
export interface Keeper {
  readonly status: () => Status;
  /** Resolves once the order is carried out; one that does not fit, such as to kill what is dead, does nothing. */
  readonly obey: (order: BotOrder['do']) => Promise<void>;
  readonly subscribe: (listener: () => void) => void;
  /** Rejects with PlaygroundError the first time the bot ends without having been told to. */
  readonly gone: Promise<never>;
}

/**
 * Keeps one bot at a time: the first is started at once, by `start`. `connected` tells whether it is on the
 * gateway; `watch` calls back whenever that may have changed.
 */
export function keepBot(
  start: () => Bot,
  connected: () => boolean,
  watch: (listener: () => void) => void,
): Keeper {
  const listeners = new Set<() => void>();
  const gone = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; without anyone waiting it is no breakdown.
  gone.promise.catch(() => {});
  let bot: Bot | undefined;
  let ordered: keyof typeof NOTES | undefined;
  let note: string | null = null;
  let ending: Status['state'] = 'stopped';

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const mourn = async (ended: Promise<string>): Promise<void> => {
    const how = await ended;
    bot = undefined;
    ending = ordered === undefined ? 'ended' : ordered === 'kill' ? 'killed' : 'stopped';
    note = ordered === undefined ? `It ended by itself (${how}).` : NOTES[ordered];
    if (ordered === undefined) gone.reject(new PlaygroundError(`Easel ended by itself (${how}).`));
    tell();
  };
  const begin = (): void => {
    const begun = start();
    bot = begun;
    ordered = undefined;
    note = null;
    tell();
    void mourn(begun.ended);
  };
  watch(tell);
  begin();

  return {
    gone: gone.promise,
    subscribe: (listener) => void listeners.add(listener),
    status: () => {
      if (bot === undefined) return { state: ending, note };
      if (ordered !== undefined) return { state: 'stopping', note: null };
      return { state: connected() ? 'running' : 'starting', note: null };
    },
    async obey(order) {
      if (order === 'start') {
        if (bot === undefined) begin();
        return;
      }
      if (bot === undefined) return;
      ordered = order;
      tell();
      await (order === 'kill' ? bot.kill() : bot.stop());
    },
  };
}
