import type { Discord } from '../../playground/discord/index.ts';
import { openDiscord } from '../../playground/open-discord.ts';
import { onTestFinished } from 'vitest';

/** A local Discord with the whole page, and no bot connected. */
export async function openSite(): Promise<{ discord: Discord; origin: string }> {
  const { discord } = await openDiscord(0);
  onTestFinished(() => discord.stop());
  return { discord, origin: discord.origin };
}

/** Sends something as the page does; `headers` are added or replaced. */
export const postAction = (
  origin: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${origin}/page/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
