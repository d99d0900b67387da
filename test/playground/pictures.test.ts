import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { savePicture } from '../../playground/pictures.ts';
import { tinyPng } from '../support/image-files.ts';
import { freshFolder } from '../support/playground-folder.ts';
import { botMessage, pictureAt } from '../support/playground-messages.ts';

const PNG = tinyPng(64, 32);

/** Serves one file under any path, or 404 when there is none. */
async function serve(bytes: Buffer | undefined): Promise<string> {
  const server = createServer((_request, response) => {
    response.statusCode = bytes === undefined ? 404 : 200;
    response.end(bytes);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('the picture of a message', () => {
  it('is saved under its own name', async () => {
    const folder = join(await freshFolder(), 'pictures');
    const attachments = [pictureAt(await serve(PNG))];
    const path = await savePicture(botMessage({ content: '64 × 32', attachments }), folder);
    expect(path).toBe(join(folder, 'a-fox-7.png'));
    expect((await readFile(path)).equals(PNG)).toBe(true);
  });

  it.each([
    ['is gone', undefined, {}, '64 × 32', /address answered 404/],
    ['is damaged', PNG.subarray(0, 60), {}, '64 × 32', /not a usable picture: the file is cut off/],
    ['has another size than its text says', PNG, {}, '32 × 64', /is 64 × 32, and the message says/],
    ['has another width', PNG, { width: 65 }, '64 × 32', /is 64 × 32, and the message says/],
    ['has another height', PNG, { height: 31 }, '64 × 32', /is 64 × 32, and the message says/],
    ['has a path for a name', PNG, { filename: '../x.png' }, '64 × 32', /"..\/x.png" is no file/],
  ])('is refused when it %s', async (_what, bytes, details, content, problem) => {
    const attachments = [pictureAt(await serve(bytes), details)];
    const saving = savePicture(botMessage({ content, attachments }), await freshFolder());
    await expect(saving).rejects.toThrow(problem);
  });

  it('is refused when there are two', async () => {
    const attachments = [pictureAt('http://127.0.0.1:1'), pictureAt('http://127.0.0.1:1')];
    const saving = savePicture(botMessage({ attachments }), await freshFolder());
    await expect(saving).rejects.toThrow('The answer has 2 pictures, not one.');
  });
});
