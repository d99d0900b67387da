import type { Logger } from 'pino';
import type { Shrink } from './best-webp.ts';

/** Decoded pixels take four bytes each, and more than these are refused before they are decoded. */
const MOST_PIXELS = 4096 * 4096;

/**
 * The longest one attempt may take; pixels that nothing can pack take about ten. A process that exits
 * waits for it, since nothing but its time ends it.
 */
const SECONDS = 20;

/** Loaded when the first picture is too large: it takes memory, and most bots never need it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/**
 * A lossy WebP of a file's pixels in sRGB, upright. XMP stays, since it may say where the picture comes
 * from; nothing else that the file told does.
 */
async function encode(file: Buffer, quality: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const image = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { pages = 1 } = await image.metadata();
  if (pages > 1) throw new Error('The file is an animation.');
  return image.autoOrient().keepXmp().webp({ quality }).timeout({ seconds: SECONDS }).toBuffer();
}

/** Rejects with the signal's reason as soon as that is aborted, whatever becomes of the work. */
async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Makes WebP files with libvips, off the main thread and one at a time: a picture of 4096 pixels a side
 * takes up to 400 MiB and a thread of the pool that the database and name look-ups wait for as well.
 */
export function createWebpEncoder(log: Pick<Logger, 'warn'>): Shrink {
  let turn: Promise<unknown> = Promise.resolve();
  return async (file, quality, signal) => {
    signal.throwIfAborted();
    const made = turn.then(async () => {
      if (signal.aborted) return undefined;
      try {
        return await encode(file, quality);
      } catch (err) {
        log.warn({ err, bytes: file.length, quality }, 'a picture could not be made smaller');
        return undefined;
      }
    });
    turn = made;
    return until(signal, made);
  };
}
