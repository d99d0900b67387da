import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { draw, lighthouse, startClient } from '../support/image-client.ts';

/** Starts the server as `npm run server` does; it is ended with the test. */
function start(env: Record<string, string>): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { LOG_LEVEL: 'silent', SERVER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** The first line that the server prints. */
async function firstLine(child: { stdout: Readable }): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line;
  return '';
}

describe('the server as a process', () => {
  it('prints its address, paints with the sample engine and stops when told to', async () => {
    const child = start({ SERVER_API_KEYS: 'k=6' });
    const line = await firstLine(child);
    const url = /^Stable Image Core \(engine: sample\) on (http:\/\/127\.0\.0\.1:\d+)$/.exec(
      line,
    )?.[1];
    expect(line).toBe(`Stable Image Core (engine: sample) on ${url}`);
    const { api } = startClient(url ?? '', { key: 'k' });
    const [first, second] = await Promise.allSettled([
      draw(api, lighthouse),
      draw(api, lighthouse),
    ]);
    const outcomes = [first, second].toSorted((a, b) => a.status.localeCompare(b.status));
    expect(outcomes).toMatchObject([
      { value: { format: 'png', width: 1024, height: 1024, seed: 42, sampleEngine: true } },
      { reason: { kind: 'out-of-credits' } },
    ]);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('says what is missing and ends', async () => {
    const child = start({ SERVER_PORT: 'x' });
    const exited = once(child, 'exit');
    const message = await text(child.stderr);
    expect(message).toMatch(/SERVER_PORT must be .*\nSERVER_API_KEYS must /);
    expect(await exited).toEqual([1, null]);
  });
});
