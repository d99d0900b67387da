import { onTestFinished, type TestContext } from 'vitest';
import type { Discord } from '../../playground/discord/index.ts';
import { openDiscord } from '../../playground/open-discord.ts';
import { type OpenPage, openInBrowser, requireBrowser } from './browser-page.ts';
import { type OtherApp, startOtherApp } from './other-app.ts';

/** The page over a local Discord that another application is logged in to. */
export interface Gallery extends OpenPage {
  readonly discord: Discord;
  readonly app: OtherApp;
}

/** Opens the page with the application of another library behind it, and no Easel. */
export async function openGallery(
  context: TestContext,
  view: Parameters<typeof openInBrowser>[2] = {},
): Promise<Gallery> {
  requireBrowser(context);
  const { discord } = await openDiscord(0);
  onTestFinished(() => discord.stop());
  const app = await startOtherApp(discord.apiUrl, discord.token);
  onTestFinished(app.stop);
  return { discord, app, ...(await openInBrowser(context, discord.origin, view)) };
}
