import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { COMPILE_CACHE } from './compile-cache.ts';

/** What came of a call of the operator's books. */
export interface LedgerRun {
  /** The exit code, or the signal's name. */
  readonly end: number | string;
  readonly out: string;
  readonly err: string;
}

/** Calls the operator's books, in a process of its own, for a database file. */
export async function ledger(
  file: string,
  args: readonly string[],
  {
    env = {},
    preload = [],
  }: { readonly env?: Readonly<Record<string, string>>; readonly preload?: readonly string[] } = {},
): Promise<LedgerRun> {
  const imports = preload.flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, 'src/operations/ledger.ts', ...args], {
    env: { PATH: process.env['PATH'], ...COMPILE_CACHE, DATABASE_URL: `sqlite://${file}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  return { end: code ?? signal ?? 'nowhere', out, err };
}
