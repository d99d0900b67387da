import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compile-cache.ts';
import { onTestFinished } from 'vitest';
import { freshFolder } from './playground-folder.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'playground', 'main.ts');

/** `node playground/main.ts` in a folder of its own, with a folder for temporary files beside it. */
export interface PlaygroundProcess {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly temporary: string;
  output(): string;
  errors(): string;
  /** Resolves with the first match in the output; rejects when the process ends without one. */
  printed(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

interface Setting {
  /** The folder it runs in; a fresh one unless given. */
  readonly folder?: string;
  /** The name of the folder for temporary files. */
  readonly temporary?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the playground with these arguments. It is gone when the test ends. */
export async function startPlayground(
  words: readonly string[],
  { folder: given, temporary: name = 'temporary', env = {} }: Setting = {},
): Promise<PlaygroundProcess> {
  const folder = given ?? (await freshFolder());
  const temporary = join(await freshFolder(), name);
  await mkdir(temporary);
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...COMPILE_CACHE, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { output: '', errors: '' };
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text.output += piece;
    for (const watch of watchers) watch();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (text.errors += piece));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });

  return {
    process: child,
    folder,
    temporary,
    ended,
    output: () => text.output,
    errors: () => text.errors,
    printed(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const watch = (): void => {
        const [found] = pattern.exec(text.output) ?? [];
        if (found !== undefined) resolve(found);
      };
      watchers.add(watch);
      watch();
      const fail = (end: number | string): void =>
        reject(new Error(`It ended (${end}) without ${pattern}: ${text.output}${text.errors}`));
      void ended.then(fail);
      return promise.finally(() => watchers.delete(watch));
    },
  };
}
