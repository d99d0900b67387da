import { once } from 'node:events';
import { Client } from 'oceanic.js';
import { z } from 'zod';
import { answerInteraction } from './other-app-answers.ts';
import { OTHER_COMMANDS } from './other-app-commands.ts';

/** The application while it is logged in. */
export interface OtherApp {
  /** What its library reported, and what an answer failed with. */
  readonly errors: readonly unknown[];
  readonly stop: () => void;
}

/**
 * Logs in an application that is not Easel, written with another library, and registers its commands.
 * It uses what Discord offers and Easel does not.
 */
export async function startOtherApp(apiUrl: string, token: string): Promise<OtherApp> {
  const client = new Client({
    auth: `Bot ${token}`,
    gateway: { intents: 0, guildCreateTimeout: 10 },
    rest: { baseURL: `${apiUrl}/v10` },
  });
  const errors: unknown[] = [];
  client.on('error', (error) => void errors.push(error));
  client.on('interactionCreate', (interaction) => {
    answerInteraction(interaction).catch((error: unknown) => void errors.push(error));
  });
  const ready = once(client, 'ready');
  await client.connect();
  await ready;
  await client.application.bulkEditGlobalCommands(OTHER_COMMANDS);
  return { errors, stop: () => client.disconnect(false) };
}

if (import.meta.main) {
  const { DISCORD_API_URL, DISCORD_TOKEN } = z
    .object({ DISCORD_API_URL: z.url(), DISCORD_TOKEN: z.string().min(1) })
    .parse(process.env);
  const app = await startOtherApp(DISCORD_API_URL, DISCORD_TOKEN);
  process.once('SIGTERM', app.stop);
  process.stdout.write('ready\n');
}
