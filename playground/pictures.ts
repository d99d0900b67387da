import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Message } from './discord/index.ts';
import { readPng } from './png.ts';
import { PlaygroundError } from './problem.ts';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url);
  if (!response.ok) throw new PlaygroundError(`The picture's address answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

async function write(folder: string, name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, bytes);
  } catch (cause) {
    throw new PlaygroundError(`The picture cannot be saved: ${reason(cause)}.`, { cause });
  }
  return path;
}

/** The size in pixels of a PNG file. Throws PlaygroundError when it is none, or not whole. */
async function check(path: string): Promise<{ width: number; height: number }> {
  try {
    return readPng(await readFile(path));
  } catch (cause) {
    throw new PlaygroundError(`${path} is not a usable picture: ${reason(cause)}.`, { cause });
  }
}

/**
 * Downloads a message's only picture, as a member's client does, and saves it under its own name.
 * Throws PlaygroundError when it cannot be saved, or when the saved file is not a whole PNG of the
 * size that the message's text and its attachment state.
 */
export async function savePicture(message: Message, folder: string): Promise<string> {
  const [picture, ...more] = message.attachments;
  if (picture === undefined || more.length > 0)
    throw new PlaygroundError(`The answer has ${message.attachments.length} pictures, not one.`);
  const name = basename(picture.filename);
  if (name !== picture.filename)
    throw new PlaygroundError(`"${picture.filename}" is no file name.`);
  const path = await write(folder, name, await download(picture.url));
  const { width, height } = await check(path);
  const size = `${width} × ${height}`;
  if (!message.content.includes(size) || picture.width !== width || picture.height !== height)
    throw new PlaygroundError(`${path} is ${size}, and the message says something else.`);
  return path;
}
