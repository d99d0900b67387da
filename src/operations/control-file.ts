import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const controlSchema = z.strictObject({
  v: z.literal(1),
  pid: z.int(),
  port: z.int().min(1).max(65_535),
  /** A secret as long as the bot runs. */
  token: z.string().min(1),
});

/** How programs of this machine reach the bot that runs on a database. */
export type Control = z.infer<typeof controlSchema>;

const controlFile = (databasePath: string): string => `${databasePath}.control`;

/** Leaves word beside the database, for its owner alone; what an earlier bot left is replaced. */
export async function writeControl(databasePath: string, control: Control): Promise<void> {
  const file = controlFile(databasePath);
  const part = `${file}.part`;
  await rm(part, { force: true });
  await writeFile(part, JSON.stringify(control), { mode: 0o600 });
  await rename(part, file);
}

/** What a bot left; undefined when there is nothing that can be read. */
export async function readControl(databasePath: string): Promise<Control | undefined> {
  try {
    return controlSchema.parse(JSON.parse(await readFile(controlFile(databasePath), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Takes the word back. */
export const removeControl = (databasePath: string): Promise<void> =>
  rm(controlFile(databasePath), { force: true });
