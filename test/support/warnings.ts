import { onTestFinished } from 'vitest';
import { type Warning, warningDocument, type WarningLevel } from '../../src/credits/documents.ts';
import type { LogChannel, Said } from '../../src/discord/log-channel.ts';
import { createSettings } from '../../src/settings/settings.ts';
import type { Store } from '../../src/storage/store.ts';
import { createWarnings } from '../../src/warnings.ts';
import { listeningLog } from './edge-log.ts';
import { temporaryStore } from './edge-store.ts';
import { CHANNEL, GUILD } from './snowflakes.ts';

const MONTH = '2026-11';

/** A message to a log channel. */
interface Saying {
  readonly channelId: string;
  readonly content: string;
  readonly nonce: string;
}

type Answer = (saying: Saying, count: number) => Said | Promise<Said>;

/**
 * A server with a budget of 100 whose warnings go to one channel, which answers as it is told to.
 * Waits end when the test says so.
 */
export async function warningScene(
  answer: Answer = () => ({ kind: 'said' }),
  {
    stored,
    logChannel = CHANNEL,
  }: { readonly stored?: Store; readonly logChannel?: string | null } = {},
) {
  const store = stored ?? (await temporaryStore());
  const settings = createSettings(store, { price: 6, budget: 100, cooldownMs: 0 });
  const { log, lines } = listeningLog();
  const cut = new AbortController();
  const said: Saying[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watch of watchers) watch();
  };
  const channel: LogChannel = {
    say(channelId, content, nonce) {
      said.push({ channelId, content, nonce });
      return Promise.resolve(answer({ channelId, content, nonce }, said.length));
    },
  };
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve();
      signal?.addEventListener('abort', () => resolve());
      waits.push({ ms, end: resolve });
      changed();
    });
  const warnings = createWarnings({
    store,
    settings,
    channel,
    log,
    clock: { wait },
    cut: cut.signal,
  });
  onTestFinished(() => warnings.stop());
  if (logChannel !== null) {
    await settings.change(GUILD, (now) => ({ answer: 0, settings: { ...now, logChannel } }));
  }
  return {
    store,
    settings,
    warnings,
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
    /** Leaves a warning to be told, as the ledger does. */
    leave: (level: WarningLevel, warning: Omit<Warning, 'v'>, guildId = GUILD) =>
      store.update({ it: warningDocument(guildId, MONTH, level) }, () => ({
        answer: undefined,
        write: { it: { v: 1 as const, ...warning } },
      })),
    /** Warnings that are not told yet. */
    left: () => store.keys('warning:'),
  };
}
