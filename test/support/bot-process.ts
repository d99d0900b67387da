import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

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

/** Starts `src/main.ts` with these variables and no others. */
export function startBot(env: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
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
