import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** Starts the other application in a process of its own; resolves once its commands are registered. */
export async function spawnOtherApp(apiUrl: string, token: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'other-app.ts')], {
    env: { PATH: process.env['PATH'], DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const said = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([said, ended.then(([code]) => [`exit code ${code}`])]);
  if (line[0] !== 'ready') throw new Error(`The other application ended early: ${line[0]}`);
}
