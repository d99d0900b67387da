import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');

/** How long the bot may take to end after SIGTERM, in ms. */
const PATIENCE_MS = 10_000;

/** What a program needs of its surroundings; nothing in here tells the bot anything. */
const SURROUNDINGS = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TZ', 'LANG', 'SystemRoot', 'USERPROFILE'];

/** How the bot is started. */
export interface BotOptions {
  /** Its variables; of this process's own only the surroundings are added. */
  readonly env: Readonly<Record<string, string>>;
  /** Its working folder, so that nothing of the user's is in reach. */
  readonly folder: string;
  readonly logFile: string;
  /** Called with each warning and each error it logs. */
  readonly complain: (text: string) => void;
}

/** The bot in a process of its own. */
export interface Bot {
  /** Resolves with how it ended: `exit code 1`, `signal SIGKILL`. */
  readonly ended: Promise<string>;
  /** Sends SIGTERM and waits for the end; SIGKILL when that takes too long. */
  readonly stop: () => Promise<void>;
  /** Sends SIGKILL and waits for the end. */
  readonly kill: () => Promise<void>;
}

const complaint = z.object({
  level: z.enum(['warn', 'error', 'fatal']),
  msg: z.string(),
  err: z.object({ message: z.string() }).optional(),
});

function surroundings(): Record<string, string> {
  const known = SURROUNDINGS.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(
    known.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What a log line says, when it is a warning or worse, or no log line at all. */
function complaintOf(line: string): string | undefined {
  try {
    const { data } = complaint.safeParse(JSON.parse(line));
    return data && [data.msg, ...(data.err ? [data.err.message] : [])].join(': ');
  } catch {
    return line;
  }
}

/** Resolves with how a process ended. */
const endOf = (child: ChildProcess): Promise<string> =>
  once(child, 'close').then(
    ([code, signal]) => (code === null ? `signal ${signal}` : `exit code ${code}`),
    () => 'it could not be started',
  );

/** Starts the bot as its owner would: `src/main.ts`, told everything by its environment. */
export function startBot({ env, folder, logFile, complain }: BotOptions): Bot {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts')], {
    cwd: folder,
    env: { ...surroundings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in a terminal reaches a whole process group, and the bot takes a second signal as "at once".
    detached: process.platform !== 'win32',
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);

  const log = createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      const text = complaintOf(line);
      if (text !== undefined) complain(text);
    });
  }

  const ended = endOf(child).finally(() => {
    process.off('exit', kill);
    log.end();
  });

  return {
    ended,
    kill: async () => {
      kill();
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, PATIENCE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
