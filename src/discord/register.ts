import { createHash } from 'node:crypto';
import { type Client, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Command, MessageCommand } from './command.ts';
import type { Document, Store } from '../storage/store.ts';
import { wait as hostWait, type Wait, waitAfter } from '../wait.ts';

const registeredSchema = z.strictObject({ v: z.literal(1), hash: z.string() });

const registeredDocument = (applicationId: string): Document<z.infer<typeof registeredSchema>> => ({
  key: `commands:${applicationId}`,
  schema: registeredSchema,
});

const WAITS_MS = [5_000, 30_000, 60_000, 300_000];

/** Registers the commands, however often Discord or the database must be asked; the signal ends it. */
export async function keepRegistering(
  client: Client<true>,
  commands: readonly (Command | MessageCommand)[],
  { store, log, signal }: { store: Store; log: Logger; signal: AbortSignal },
  wait: Wait = hostWait,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const registered = await registerCommands(client, commands, store);
      log.info({ registered, shards: client.ws.shards.size }, 'ready for /imagine');
      return;
    } catch (err) {
      log.error({ err }, 'the commands could not be registered; those of before stay in use');
      await wait(waitAfter(attempt, WAITS_MS), signal);
    }
  }
}

/**
 * Registers the global commands where they differ from what was registered last. Discord replaces all
 * of them at once and limits how often (Discord's docs). Answers whether it was necessary.
 */
async function registerCommands(
  client: Client<true>,
  commands: readonly (Command | MessageCommand)[],
  store: Store,
): Promise<boolean> {
  const entry = registeredDocument(client.application.id);
  const body = commands.map(({ data }) => data);
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const known = await store.read(entry);
  if (known?.hash === hash) return false;
  await client.rest.put(Routes.applicationCommands(client.application.id), { body });
  await store.update({ entry }, () => ({
    write: { entry: { v: 1 as const, hash } },
    answer: undefined,
  }));
  return true;
}
