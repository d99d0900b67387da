import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Saved, snapshotSchema } from './discord/index.ts';
import { lockFolder } from './folder-lock.ts';
import { PlaygroundError } from './problem.ts';

const VERSION = 1;
const STATE = 'playground.json';
const FILES = 'files';

const stateSchema = z.strictObject({ version: z.literal(VERSION), discord: snapshotSchema });

/** Writes a whole file or leaves the one that was there: another name first, then its own. */
async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  const handle = await open(`${path}.new`, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What is wrong with a kept state, without any of its content: it holds a token. */
function fault(text: string): string {
  try {
    const { version } = z.object({ version: z.number() }).parse(JSON.parse(text));
    return version === VERSION ? 'it is damaged' : `its version is ${version}, not ${VERSION}`;
  } catch {
    return 'it is damaged';
  }
}

async function read(path: string): Promise<z.infer<typeof stateSchema> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw new PlaygroundError(`${path} cannot be read.`, { cause: error });
  });
  if (text === undefined) return undefined;
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    const advice = 'Move the folder away to begin anew, or give another one with --data.';
    throw new PlaygroundError(`${path} cannot be used: ${fault(text)}. ${advice}`);
  }
}

/** A folder that keeps a playground between runs. */
export interface DataFolder {
  readonly path: string;
  /** What the last run kept; undefined when there was none. */
  readonly saved: Saved | undefined;
  /** Leaves the folder to others. */
  readonly unlock: () => Promise<void>;
  /** Keeps a snapshot, and those files that are not kept yet. */
  save(snapshot: Saved['snapshot'], bytesOf: (id: string) => Buffer | undefined): Promise<void>;
}

/**
 * Opens a data folder, or makes one. Throws PlaygroundError with a sentence for the user when it cannot be had,
 * when another playground has it, or when what it keeps cannot be used.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const files = join(path, FILES);
  await mkdir(files, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new PlaygroundError(`The folder ${path} cannot be used.`, { cause });
  });
  const unlock = await lockFolder(path);
  try {
    return await openLocked(path, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(path: string, unlock: () => Promise<void>): Promise<DataFolder> {
  const files = join(path, FILES);
  const state = await read(join(path, STATE));
  const bytes = new Map<string, Buffer>();
  for (const { id } of state?.discord.files ?? []) {
    const content = await readFile(join(files, id)).catch((cause: unknown) => {
      throw new PlaygroundError(`${join(files, id)} is missing or cannot be read.`, { cause });
    });
    bytes.set(id, content);
  }
  const kept = new Set(bytes.keys());
  return {
    path,
    unlock,
    saved: state && { snapshot: state.discord, bytes },
    async save(snapshot, bytesOf) {
      for (const { id } of snapshot.files.filter((file) => !kept.has(file.id))) {
        await replaceFile(join(files, id), bytesOf(id) ?? Buffer.alloc(0));
        kept.add(id);
      }
      const text = JSON.stringify({ version: VERSION, discord: snapshot });
      await replaceFile(join(path, STATE), text);
    },
  };
}
