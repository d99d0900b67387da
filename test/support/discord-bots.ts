import { Client, Events, type Interaction } from 'discord.js';
import { Client as OceanicClient, type AnyInteractionGateway } from 'oceanic.js';
import { onTestFinished } from 'vitest';
import type { Discord } from '../../playground/discord/index.ts';
import { COMMANDS } from './discord-local.ts';

type Handler<T> = (interaction: T) => Promise<unknown>;

/** Logs a real discord.js client in, registers the commands, and hands it every interaction. */
export async function discordJsBot(
  discord: Discord,
  handle: Handler<Interaction>,
  options: { intents?: number } = {},
): Promise<{ client: Client<true>; errors: Error[] }> {
  const client = new Client({
    intents: options.intents ?? 0,
    shards: 'auto',
    rest: { api: discord.apiUrl },
  });
  const errors: Error[] = [];
  client.on(Events.Error, (error) => void errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: Error) => void errors.push(error));
  });
  onTestFinished(() => client.destroy());
  const isReady = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  const readyClient = await isReady;
  await readyClient.application.commands.set(COMMANDS);
  return { client: readyClient, errors };
}

/** Logs a real oceanic.js client in, registers the commands, and hands it every interaction. */
export async function oceanicBot(
  discord: Discord,
  handle: Handler<AnyInteractionGateway>,
): Promise<{ client: OceanicClient; errors: unknown[] }> {
  const client = new OceanicClient({
    auth: `Bot ${discord.token}`,
    gateway: { intents: 0, guildCreateTimeout: 10 },
    rest: { baseURL: `${discord.apiUrl}/v10` },
  });
  const errors: unknown[] = [];
  client.on('error', (error) => void errors.push(error));
  client.on('interactionCreate', (interaction) => {
    handle(interaction).catch((error: unknown) => void errors.push(error));
  });
  onTestFinished(() => client.disconnect(false));
  const isReady = new Promise<void>((resolve) => {
    client.once('ready', resolve);
  });
  await client.connect();
  await isReady;
  await client.application.bulkEditGlobalCommands(COMMANDS as never);
  return { client, errors };
}
