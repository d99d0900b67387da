import type { TestContext } from 'vitest';
import { type OpenPage, openInBrowser, requireBrowser } from './browser-page.ts';
import { startPlayground } from './playground-process.ts';

/** The playground in a process of its own, and its page. */
export interface OpenPlayground extends OpenPage {
  readonly origin: string;
}

/** Starts the playground, waits for its first picture, and opens its page. */
export async function openPlayground(
  context: TestContext,
  words: readonly string[] = [],
  view: Parameters<typeof openInBrowser>[2] = {},
): Promise<OpenPlayground> {
  requireBrowser(context);
  const playground = await startPlayground(['--no-open', ...words]);
  const opened = await playground.printed(/Open http:\/\/127\.0\.0\.1:\d+/);
  const origin = opened.slice('Open '.length);
  const page = await openInBrowser(context, origin, view);
  return { ...page, origin };
}
