import { createHash } from 'node:crypto';
import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from './command.ts';
import type { Document, Store } from '../storage/store.ts';

const registeredSchema = z.strictObject({ v: z.literal(1), hash: z.string() });

const registeredDocument = (applicationId: string): Document<z.infer<typeof registeredSchema>> => ({
  key: `commands:${applicationId}`,
  schema: registeredSchema,
});

/**
 * Registers the global commands where they differ from what was registered last. Discord replaces all
 * of them at once and limits how often (Discord's docs). Answers whether it was necessary.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
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
