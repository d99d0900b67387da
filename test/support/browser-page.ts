import type { Page } from 'playwright-core';
import { onTestFinished, type TestContext } from 'vitest';
import { chromiumPath, launchChromium } from '../../scripts/chromium.ts';
import { watchProblems } from './browser-problems.ts';

/** How long one step may take, in ms; a picture is made in about two seconds on a machine that does nothing else. */
const STEP_MS = 60_000;

/** Options of a test in the browser, which takes up to fifteen seconds on a machine that does nothing else. */
export const PATIENT = { timeout: 360_000 };

/** How the browser is set up. */
interface View {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
}

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Errors the page wrote to its console, requests that failed, answers that refused. */
  readonly problems: () => readonly string[];
}

/** Chromium's path; skips the test when there is none, or fails it where CI is `true`. */
export function requireBrowser(context: TestContext): string {
  const path = chromiumPath(process.env);
  if (path !== undefined) return path;
  const reason = 'Chromium is not installed, and CHROMIUM_PATH names none.';
  if (process.env['CI'] === 'true') throw new Error(reason);
  return context.skip(reason);
}

/** Opens an address in a fresh headless Chromium that is gone when the test ends. */
export async function openInBrowser(
  context: TestContext,
  origin: string,
  { width = 1280, height = 800, theme = 'dark' }: View = {},
): Promise<OpenPage> {
  const browser = await launchChromium(requireBrowser(context));
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
  page.setDefaultTimeout(STEP_MS);
  const problems = watchProblems(page, origin);
  await page.goto(origin);
  return { page, problems };
}
