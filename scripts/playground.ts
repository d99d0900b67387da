import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';

const MAIN = join(import.meta.dirname, '..', 'playground', 'main.ts');

/** How long a picture may take, in ms. */
export const PICTURE_MS = 60_000;

/** Starts the playground in `folder`; resolves with its page's address once the first picture came. */
export async function startPlayground(
  folder: string,
  prompt: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [MAIN, '--no-open', prompt], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const lines = createInterface({ input: child.stdout });
  const opened = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const [, origin] = /^Open (http:\/\/127\.0\.0\.1:\d+)/.exec(line) ?? [];
      if (origin !== undefined) resolve(origin);
    });
  });
  const origin = await Promise.race([opened, ended.then(() => undefined)]);
  if (origin === undefined) throw new Error('The playground ended before its first picture.');
  return { origin, stop };
}

/** Becomes somebody else, as a person would. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByLabel('You are').selectOption({ label: name });
}

/** Goes to the message box, presses keys there, and types everything that is none. */
export async function write(page: Page, ...strokes: string[]): Promise<void> {
  await page.getByRole('combobox', { name: /^Message #/ }).focus();
  for (const stroke of strokes) {
    if (stroke === 'Enter' || stroke === 'Tab') await page.keyboard.press(stroke);
    else await page.keyboard.type(stroke);
  }
}
