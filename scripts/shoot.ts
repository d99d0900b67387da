import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { indexedPng } from './indexed-png.ts';

/** Run in the browser, which can read PNGs: the pixels of one, as Base64 of their RGBA. */
const READ_PIXELS = `async (base64) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + base64;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192)
    text += String.fromCharCode(...data.subarray(at, at + 8192));
  return btoa(text);
}`;

/** Where a PNG says how wide and how high it is (W3C PNG specification, IHDR). */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/**
 * Saves a page, or a part of one, as it is now, in few colours, so that the file stays small.
 * @param reader an empty page: the playground's own allows no data: addresses.
 */
export async function shoot(what: Page | Locator, reader: Page, path: string): Promise<void> {
  const whole = await what.screenshot({ animations: 'disabled' });
  const pixels = await reader.evaluate<string>(`(${READ_PIXELS})('${whole.toString('base64')}')`);
  const size = [whole.readUInt32BE(WIDTH_AT), whole.readUInt32BE(HEIGHT_AT)] as const;
  const file = indexedPng(Buffer.from(pixels, 'base64'), ...size);
  await writeFile(path, file);
  process.stdout.write(`${path}  ${Math.round(file.length / 1_000)} kB\n`);
}
