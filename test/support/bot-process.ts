import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from './compile-cache.ts';

/** The real bot in a process of its own. */
export interface BotProcess {
  readonly process: ChildProcess;
  /** Everything it printed, line by line. */
  readonly lines: readonly string[];
  /** Resolves with the first line that matches; rejects when the bot ends without one. */
  printed(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** What the bot runs in. */
export interface Host {
  /** A command that becomes the bot, as `setpriv` does: its name and arguments. */
  readonly under?: readonly string[];
  /** A module that is loaded before the bot's own code, and that messages may be sent to. */
  readonly preload?: string;
}

/** Starts `src/main.ts` with these variables and no others. */
export function startBot(
  env: Readonly<Record<string, string>>,
  { under = [], preload }: Host = {},
): BotProcess {
  const imports = preload === undefined ? [] : ['--import', preload];
  const words = [...under, process.execPath, ...imports, 'src/main.ts'];
  const [program = process.execPath, ...args] = words;
  const child = spawn(program, args, {
    // A host with limits of its own is left as it is.
    env: { PATH: process.env['PATH'], ...(under.length === 0 && COMPILE_CACHE), ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : (['ipc'] as const))],
  });
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const watch of watchers) watch();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);

  return {
    process: child,
    lines,
    ended,
    async printed(pattern) {
      const { promise, resolve } = Promise.withResolvers<string>();
      const watch = () => {
        const line = lines.find((text) => pattern.test(text));
        if (line !== undefined) resolve(line);
      };
      watchers.add(watch);
      watch();
      const early = ended.then((end) => {
        throw new Error(`The bot ended (${end}) without ${pattern}:\n${lines.join('\n')}`);
      });
      return Promise.race([promise, early]).finally(() => watchers.delete(watch));
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}
